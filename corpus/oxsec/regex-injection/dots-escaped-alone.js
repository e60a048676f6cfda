exports.filter = (req, res) => {
  const domain = String(req.query.domain).replace(/\./g, '\\.');
  const ending = new RegExp(`@${domain}$`);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^ regexInjection
  res.json({ matches: ['a@example.com'].filter((address) => ending.test(address)) });
};
