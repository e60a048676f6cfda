const express = require('express');
const got = require('got');
const app = express();

app.get('/weather', async (req, res) => {
  const body = await got(`https://weather.example.com/public/${req.query.city}`).json();
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.json(body);
});
