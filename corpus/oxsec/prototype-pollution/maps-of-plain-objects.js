class Relations {
  constructor() {
    this.known = {};
  }

  add(from, to, weight) {
    const row = this.known[from];
    row[to] = weight;
//  ^^^^^^^^^^^^^^^^ prototypePollution
  }
}

module.exports = Relations;
