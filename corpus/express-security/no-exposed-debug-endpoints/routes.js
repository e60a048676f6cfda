const app = require('express')();

app.get('/debug/heap', (req, res) => res.json(process.memoryUsage()));
//      ^^^^^^^^^^^^^ violationDetected
app.use("/api/Admin", require('./admin'));
//      ^^^^^^^^^^^^ violationDetected
