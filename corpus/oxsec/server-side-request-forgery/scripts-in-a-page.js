const express = require('express');
const puppeteer = require('puppeteer');
const { chromium } = require('playwright');
const app = express();

app.post('/price', async (req, res) => {
  const page = await (await puppeteer.launch()).newPage();
  await page.goto('https://shop.example/');
  await page.evaluateOnNewDocument(`window.name = '${req.body.name}'`);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  const element = await page.evaluateHandle(`document.querySelector('${req.body.element}')`);
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  await page.addScriptTag({ content: `mark('${req.body.element}')` });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  await page.addScriptTag({ url: req.body.script });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.json({ element, price: await page.evaluate(`price('${req.body.element}')`) });
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
});

app.post('/name', async (req, res) => {
  const page = await (await chromium.launch()).newPage();
  await page.addInitScript(`window.name = '${req.body.name}'`);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  await page.goto('https://shop.example/');
  res.json(await page.evalOnSelector('h1', `(h1) => h1.${req.body.property}`));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
});
