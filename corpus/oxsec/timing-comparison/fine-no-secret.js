// safe: purpose
exports.authorize = (req, res, next) => {
  const role = req.session.role;
  if (role !== 'admin' && req.method !== 'GET') {
    return res.status(403).end();
  }
  next();
};
