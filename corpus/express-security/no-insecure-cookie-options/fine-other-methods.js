export function leave(req, res) {
  const { sid } = req.cookies;
  res.clearCookie('sid');
  res.setHeader('Set-Cookie', cookie('sid', sid));
}
