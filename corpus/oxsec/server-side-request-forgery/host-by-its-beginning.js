const fetch = require('node-fetch');

const API = 'https://api.example.com';

exports.forward = async (req, res) => {
  const url = req.body.url;
  if (!url.startsWith(API)) {
    return res.status(403).json({ error: 'forbidden' });
  }
  const answer = await fetch(url);
//                     ^^^^^^^^^^ serverSideRequestForgery
  res.json(await answer.json());
};
