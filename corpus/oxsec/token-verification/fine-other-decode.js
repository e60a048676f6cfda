// safe: other function
const { TextDecoder } = require('util');

class Frames {
  constructor() {
    this.decoder = new TextDecoder('utf-8');
  }

  read(bytes) {
    return JSON.parse(this.decoder.decode(bytes));
  }
}

module.exports = Frames;
