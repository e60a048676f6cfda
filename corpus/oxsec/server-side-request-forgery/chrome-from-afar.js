const express = require('express');
const CDP = require('chrome-remote-interface');
const app = express();

app.get('/a', async (req, res) => {
  const { Page } = await CDP({ port: 9222 });
  await Page.navigate({ url: req.query.url });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end((await Page.captureScreenshot()).data);
});
app.get('/b', (req, res) => {
  CDP((client) => {
    client.Page.navigate({ url: req.query.url });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
    res.sendStatus(202);
  });
});
