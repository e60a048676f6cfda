class Relations {
  constructor() {
    this.known = Object.create(null);
  }

  add(from, to, weight) {
    let row = this.known[from];
    if (row === undefined) {
      row = Object.create(null);
      this.known[from] = row;
    }
    row[to] = weight;
  }
}

module.exports = Relations;
