exports.afterLogin = (req, res) => {
  const path = String(req.query.path);
  if (!/^\/[a-z0-9]+(\/[a-z0-9-]+)*$/.test(path)) {
    return res.redirect('/');
  }
  res.redirect(path);
};
