const express = require('express');
const ejs = require('ejs');
const pug = require('pug');
const jade = require('jade');
const handlebars = require('handlebars');
const nunjucks = require('nunjucks');
const lodash = require('lodash');
const underscore = require('underscore');
const lodashTemplate = require('lodash.template');
const dot = require('dot');
const hogan = require('hogan.js');
const squirrelly = require('squirrelly');
const eta = require('eta');
const swig = require('swig');
const { twig } = require('twig');
const whiskers = require('whiskers');
const mustache = require('mustache');
const { Liquid } = require('liquidjs');
const velocity = require('velocityjs');
const artTemplate = require('art-template');
const consolidate = require('consolidate');
const haml = require('haml');
const app = express();

app.post('/a', (req, res) => res.json(ejs.render(`Dear ${req.body.name}`)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/b', (req, res) => res.json(ejs.compile(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/c', (req, res) => res.json(pug.render(`p Dear ${req.body.name}`)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/d', (req, res) => res.json(pug.compile(`p Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/e', (req, res) => res.json(pug.compileClient(`p Dear ${req.body.name}`)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/f', (req, res) => res.json(jade.render(`p Dear ${req.body.name}`)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/g', (req, res) => res.json(jade.compile(`p Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/h', (req, res) => res.json(handlebars.compile(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/i', (req, res) => res.json(handlebars.precompile(`Dear ${req.body.name}`)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/j', (req, res) => res.json(nunjucks.renderString(`Dear ${req.body.name}`, {})));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/k', (req, res) => res.json(nunjucks.compile(`Dear ${req.body.name}`).render()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/l', (req, res) => res.json(new nunjucks.Template(`Dear ${req.body.name}`).render()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/m', (req, res) => res.json(lodash.template(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/n', (req, res) => res.json(_.template(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/o', (req, res) => res.json(underscore.template(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/p', (req, res) => res.json(lodashTemplate(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/q', (req, res) => res.json(dot.template(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/r', (req, res) => res.json(dot.compile(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/s', (req, res) => res.json(hogan.compile(`Dear ${req.body.name}`).render()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/t', (req, res) => res.json(squirrelly.render(`Dear ${req.body.name}`, {})));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/u', (req, res) => res.json(squirrelly.compile(`Dear ${req.body.name}`)({})));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/v', (req, res) => res.json(eta.render(`Dear ${req.body.name}`, {})));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/w', (req, res) => res.json(eta.compile(`Dear ${req.body.name}`)({})));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/x', (req, res) => res.json(swig.render(`Dear ${req.body.name}`)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/y', (req, res) => res.json(swig.compile(`Dear ${req.body.name}`)()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/z', (req, res) => res.json(twig({ data: `Dear ${req.body.name}` }).render()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/whiskers', (req, res) => res.json(whiskers.render(`Dear ${req.body.name}`)));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/mustache', (req, res) => res.json(mustache.render(`Dear ${req.body.name}`)));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/liquid', async (req, res) => res.json(await new Liquid().parseAndRender(`Dear ${req.body.name}`)));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/liquid/parsed', (req, res) => res.json(new Liquid().parse(`Dear ${req.body.name}`)));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/velocity', (req, res) => res.json(velocity.render(`Dear ${req.body.name}`)));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/art', (req, res) => res.json(artTemplate.render(`Dear ${req.body.name}`, {})));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/art/compiled', (req, res) => res.json(artTemplate.compile(`Dear ${req.body.name}`)({})));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/consolidate', async (req, res) => res.json(await consolidate.ejs.render(`Dear ${req.body.name}`, {})));
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/haml', (req, res) => res.json(haml.compile(`%p Dear ${req.body.name}`)));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
app.post('/global', (req, res) => res.json(Handlebars.compile(`Dear ${req.body.name}`)()));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ templateInjection
