class Rights {
  constructor() {
    this.rights = { read: {}, write: {} };
  }

  allow(right, user) {
    this._set(right, user, true);
  }

  _set(right, user, is) {
    this.rights[right][user] = is;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
}

module.exports = Rights;
