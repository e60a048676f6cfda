const express = require('express');
const handlebars = require('handlebars');
const hogan = require('hogan.js');
const whiskers = require('whiskers');
const template7 = require('template7');
const { Liquid } = require('liquidjs');
const app = express();
const engine = new Liquid();

app.get('/a', (req, res) => res.type('text').send(handlebars.compile(req.query.template)({ shop: 'Zoo' })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/b', (req, res) => res.type('text').send(hogan.compile(req.query.template).render({ shop: 'Zoo' })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/c', (req, res) => res.type('text').send(whiskers.render(req.query.template, { shop: 'Zoo' })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/d', (req, res) => res.type('text').send(template7.compile(req.query.template)({ shop: 'Zoo' })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/e', async (req, res) => {
  const template = engine.parse(req.query.template);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  res.type('text').send(await engine.render(template, { shop: 'Zoo' }));
});
app.get('/f', async (req, res) => {
  const page = await engine.parseAndRender(req.query.template, { shop: 'Zoo' });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  res.type('text').send(page);
});
