const express = require('express');
const needle = require('needle');
const superagent = require('superagent');
const urllib = require('urllib');
const phin = require('phin');
const bent = require('bent');
const r2 = require('r2');
const centra = require('centra');
const simpleGet = require('simple-get');
const nugget = require('nugget');
const download = require('download');
const imageDownloader = require('image-downloader');
const wget = require('wget-improved');
const app = express();

app.get('/a', async (req, res) => res.json((await needle('get', req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', async (req, res) => res.json((await needle.get(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', async (req, res) => res.json((await needle.post(req.query.url, {})).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', async (req, res) => res.json((await needle.put(req.query.url, {})).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', async (req, res) => res.json((await needle.patch(req.query.url, {})).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/f', async (req, res) => res.json((await needle.delete(req.query.url, {})).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/g', async (req, res) => res.json((await needle.head(req.query.url)).headers));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/h', async (req, res) => needle.request('get', req.query.url, {}, (error, answer) => res.json(answer.body)));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/i', async (req, res) => res.json((await superagent('GET', req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/j', async (req, res) => res.json((await superagent.get(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/k', async (req, res) => res.json((await superagent.post(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/l', async (req, res) => res.json((await superagent.put(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/m', async (req, res) => res.json((await superagent.patch(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/n', async (req, res) => res.json((await superagent.delete(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/o', async (req, res) => res.json((await superagent.del(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/p', async (req, res) => res.json((await superagent.head(req.query.url)).headers));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/q', async (req, res) => res.json((await urllib.request(req.query.url)).data));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/r', async (req, res) => res.json((await phin(req.query.url)).body));
//                                                ^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/s', async (req, res) => res.json(await bent('json')(req.query.url)));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/t', async (req, res) => res.json(await r2(req.query.url).json));
//                                               ^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/u', async (req, res) => res.json(await centra(req.query.url).send()));
//                                               ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/v', async (req, res) => simpleGet(req.query.url, (error, answer) => answer.pipe(res)));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/w', async (req, res) => simpleGet.concat(req.query.url, (error, answer, data) => res.json(data)));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/x', async (req, res) => simpleGet({ url: req.query.url }, (error, answer) => answer.pipe(res)));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/y', async (req, res) => nugget(req.query.url, () => res.end()));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/z', async (req, res) => download(req.query.url).pipe(res));
//                                ^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/image', async (req, res) => imageDownloader.image({ url: req.query.url, dest: '/tmp/a.png' }));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/wget', async (req, res) => wget.download(req.query.url, '/tmp/a.html').on('end', () => res.end()));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/superagent', async (req, res) => res.json((await superagent(req.query.url)).body));
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
