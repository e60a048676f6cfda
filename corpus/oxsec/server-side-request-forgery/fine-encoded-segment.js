// safe: position
const express = require('express');
const axios = require('axios');
const app = express();

app.get('/repos/:name', async (req, res) => {
  const name = encodeURIComponent(String(req.query.name));
  const { data } = await axios.get(`https://api.example.com/search?name=${name}`);
  res.json(data);
});
