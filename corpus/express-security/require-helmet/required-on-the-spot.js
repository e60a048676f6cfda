const app = require('express')();
//          ^^^^^^^^^^^^^^^^^^^^ missingHelmet

app.use(require('compression')());
module.exports = app;
