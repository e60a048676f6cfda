// safe: guarded twice
const express = require('express');
const app = express();

const PAGES = { home: '/', cart: '/cart', orders: '/account/orders' };

app.get('/go', (req, res) => {
  res.redirect(Object.hasOwn(PAGES, req.query.page) ? PAGES[req.query.page] : '/');
});
