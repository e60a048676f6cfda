// safe: constant
class Rights {
  constructor() {
    this.rights = { read: {}, write: {} };
  }

  allowReading(user) {
    this._set('read', user, true);
  }

  allowWriting(user) {
    this._set('write', user, true);
  }

  _set(right, user, is) {
    this.rights[right][user] = is;
  }
}

module.exports = Rights;
