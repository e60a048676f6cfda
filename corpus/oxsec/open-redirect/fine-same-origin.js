const BASE = 'https://shop.example.com';

exports.back = (req, res) => {
  const goal = new URL(String(req.query.to), BASE);
  if (goal.origin !== BASE) {
    return res.redirect('/');
  }
  res.redirect(goal.href);
};
