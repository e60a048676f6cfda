exports.showSearch = (req, res) => {
  const term = String(req.query.q).replace('<', '&lt;').replace('>', '&gt;');
  res.status(200).send(`<p>Results for ${term}</p>`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
};
