const express = require('express');
const axios = require('axios');
const app = express();

app.get('/proxy', async (req, res) => {
  const { data } = await axios.get(req.query.url);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.json(data);
});
