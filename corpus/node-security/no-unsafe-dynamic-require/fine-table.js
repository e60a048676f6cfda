const handlers = {
  orders: require('./handlers/orders'),
  users: require('./handlers/users'),
};

module.exports = function handle(req, res) {
  const handler = handlers[req.params.name];
  if (!handler) return res.sendStatus(404);
  return handler(req, res);
};
