class Dice {
  roll(sides) {
    return 1 + Math.floor(Math.random() * sides);
  }
}

const shuffle = (cards) => cards.sort(() => Math.random() - 0.5);

module.exports = { Dice, shuffle };
