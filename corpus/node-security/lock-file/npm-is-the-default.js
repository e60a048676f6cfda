const express = require('express');
//@1 violationDetected

const app = express();

app.get('/', (req, res) => res.send('ok'));

app.listen(3000);
