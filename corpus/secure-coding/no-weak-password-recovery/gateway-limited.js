/** rate-limited, see the gateway's configuration. */
function forgotPassword(req, res) {
  queue.push({ kind: 'forgot', address: req.body.address });
  res.status(202).end();
}

exports.forgotPassword = forgotPassword;
