const fs = require('fs');
const app = require('express')();

app.get('/page', (req, res) => {
  const options = req.query.page ? req.query : loadOptions();
  if (isOffline()) {
    options.page = 'start.html';
  }
  fs.readFile(options.page, (error, page) => res.type('text').send(page));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
