class Registry {
  constructor() {
    this.handlers = new Map();
  }

  handle(message) {
    const kind = message.constructor.name;
//               ^^^^^^^^^^^^^^^^^^^^^^^^ unreliableConstructorCheck
    if (message.constructor.name === 'Envelope') {
//      ^^^^^^^^^^^^^^^^^^^^^^^^ unreliableConstructorCheck
      return this.handle(message.content);
    }
    return this.handlers.get(kind)?.(message);
  }
}
