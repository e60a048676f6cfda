const cors = require('cors');
const express = require('express');

const app = express();
app.use(cors({ origin: true, credentials: true }));
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ credentialsWildcard
app.get('/me', (req, res) => res.json(req.user));
