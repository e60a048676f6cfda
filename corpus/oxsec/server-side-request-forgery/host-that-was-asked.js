// Nobody sends another's browser to a host of his choice by it, but the server itself.
const app = require('express')();

app.get('/own', async (req, res) => {
  res.json(await (await fetch('https://' + req.headers.host + '/own.json')).json());
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
});
