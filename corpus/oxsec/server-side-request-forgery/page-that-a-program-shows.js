const express = require('express');
const puppeteer = require('puppeteer');

express().post('/print', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.setContent(`<h1>${req.body.title}</h1>`);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.send(await page.pdf());
});
