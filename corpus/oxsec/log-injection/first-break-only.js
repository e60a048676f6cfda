module.exports = function audit(req, res, next) {
  const action = String(req.body.action).replace('\n', ' ');
  console.info(`action: ${action} by ${req.user.id}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  next();
};
