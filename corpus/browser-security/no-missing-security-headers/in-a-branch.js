export function headers(req, res, next) {
  res.set('Content-Security-Policy', policy);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingSecurityHeader
  res.set('X-Content-Type-Options', 'nosniff');
  if (!req.query.embed) {
    res.set('X-Frame-Options', 'DENY');
  }
  next();
}
