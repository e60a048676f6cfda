export function byEmail(req) {
  return { email: { $eq: req.body.email }, role: { $in: req.query.roles } };
}
