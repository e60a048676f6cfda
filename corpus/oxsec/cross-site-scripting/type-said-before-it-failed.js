const express = require('express');
const { draw } = require('./draw');

express().get('/draw/:name', async (req, res) => {
  try {
    const image = await draw(req.params.name);
    res.set({ 'Content-Type': 'image/png' });
    res.end(image);
  } catch {
    res.status(400).send(`Cannot draw ${req.params.name}`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
});
