const express = require('express');

const app = express();
//          ^^^^^^^^^ missingRateLimiting
app.post('/login', login);
app.listen(3000);
