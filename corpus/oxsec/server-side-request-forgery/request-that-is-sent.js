const app = require('express')();

app.get('/copy', async (req, res) => {
  const request = new Request(req.query.url, { method: 'POST' });
  res.json(await (await fetch(request)).json());
//                      ^^^^^^^^^^^^^^ serverSideRequestForgery
});
