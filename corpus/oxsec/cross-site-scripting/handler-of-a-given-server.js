module.exports = (app) => {
  app.get('/hello', (req, res) => {
    res.send('<p>' + req.query.name + '</p>');
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  });
};
