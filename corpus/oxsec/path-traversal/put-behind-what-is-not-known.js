const fs = require('fs');
const app = require('express')();

app.get('/page', (req, res) => {
  const file = settings.root.concat('/', req.query.page);
  fs.readFile(file, (error, page) => res.type('text').send(page));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
});
