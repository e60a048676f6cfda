const express = require('express');
const app = express();

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text) => text.replace(/[&<>"']/g, (char) => ENTITIES[char]);

app.get('/search', (req, res) => {
  res.send(`<p title="${escapeHtml(String(req.query.q))}">Nothing found</p>`);
});
