const express = require('express');
const db = require('./db');
const app = express();

app.get('/users', async (req, res) => {
  try {
    res.json(await db.users());
  } catch (error) {
    res.status(500).json({ message: 'failed', error });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
});
