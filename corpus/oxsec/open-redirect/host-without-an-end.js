const ORIGIN = 'https://shop.example.com';

exports.leave = (req, res) => {
  const url = req.query.url;
  if (url.startsWith(ORIGIN)) {
    return res.redirect(302, url);
//         ^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  }
  res.redirect('/');
};
