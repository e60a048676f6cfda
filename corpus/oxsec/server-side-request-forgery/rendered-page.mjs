import express from 'express';
import puppeteer from 'puppeteer';

express().post('/print', async (req, res) => {
  const browser = await puppeteer.launch();
  const page = await browser.newPage();
  await page.setContent(`<h1>${req.body.title}</h1>`);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.pdf());
});
