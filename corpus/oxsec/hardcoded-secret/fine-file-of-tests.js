// filename: lib/ordersTest.js
// safe: purpose
const token = 'c286f38330e15246a640d2cf32a45eb45d93b2ba';

exports.client = (Client) => new Client({ token });
