const express = require('express');
const puppeteer = require('puppeteer');
const core = require('puppeteer-core');
const extra = require('puppeteer-extra');
const playwright = require('playwright');
const playwrightCore = require('playwright-core');
const { chromium } = require('@playwright/test');
const phantom = require('phantom');
const app = express();

app.get('/a', async (req, res) => {
  const page = await (await puppeteer.launch()).newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/b', async (req, res) => {
  const page = await (await core.launch()).newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/c', async (req, res) => {
  const page = await (await extra.launch()).newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/d', async (req, res) => {
  const browser = await puppeteer.connect({ browserWSEndpoint: 'ws://browsers:3000' });
  const context = await browser.createIncognitoBrowserContext();
  const page = await context.newPage();
  await page.mainFrame().goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/e', async (req, res) => {
  const context = await (await playwright.chromium.launch()).newContext();
  const page = await context.newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/f', async (req, res) => {
  const page = await (await playwright.firefox.launch()).newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/g', async (req, res) => {
  const page = await (await playwright.webkit.launch()).newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/h', async (req, res) => {
  const page = await (await playwrightCore.chromium.launch()).newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/i', async (req, res) => {
  const page = await (await chromium.launch()).newPage();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/j', async (req, res) => {
  const browser = await puppeteer.launch();
  const [page] = await browser.pages();
  await page.goto(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  const pages = await browser.pages();
  await pages[pages.length - 1].goto(req.query.next);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.screenshot());
});
app.get('/k', async (req, res) => {
  const page = await (await phantom.create()).createPage();
  await page.open(req.query.url);
//      ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  await page.openUrl(req.query.next, 'GET');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  await page.evaluateJavaScript('function () { return ' + req.query.code + '; }');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  await page.property('content', '<h1>' + req.query.title + '</h1>');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.end(await page.renderBase64('PNG'));
});
