// safe: purpose
class Deck {
  constructor(cards) {
    this.cards = [...cards];
  }

  shuffle() {
    for (let at = this.cards.length - 1; at > 0; at--) {
      const other = Math.floor(Math.random() * (at + 1));
      [this.cards[at], this.cards[other]] = [this.cards[other], this.cards[at]];
    }
  }
}

module.exports = Deck;
