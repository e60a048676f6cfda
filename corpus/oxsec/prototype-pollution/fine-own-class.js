// safe: position
class Clock {
  constructor() {
    this.minutes = [];
    this.hours = [];
  }

  mark(unit, at) {
    this[unit][at] = 1;
  }
}

module.exports = Clock;
