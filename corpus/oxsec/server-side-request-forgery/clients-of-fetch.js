const express = require('express');
const nodeFetch = require('node-fetch');
const crossFetch = require('cross-fetch');
const isomorphicFetch = require('isomorphic-fetch');
const makeFetchHappen = require('make-fetch-happen');
const minipassFetch = require('minipass-fetch');
const undici = require('undici');
const { ofetch, $fetch } = require('ofetch');
const popsicle = require('popsicle');
const app = express();

app.get('/a', async (req, res) => res.send((await fetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', async (req, res) => res.send((await window.fetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', async (req, res) => res.send((await globalThis.fetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', async (req, res) => res.send((await nodeFetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', async (req, res) => res.send((await crossFetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/f', async (req, res) => res.send((await crossFetch.fetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/g', async (req, res) => res.send((await isomorphicFetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/h', async (req, res) => res.send((await makeFetchHappen(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/i', async (req, res) => res.send((await minipassFetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/j', async (req, res) => res.send((await undici.fetch(req.query.url)).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/k', async (req, res) => res.send((await undici.request(req.query.url)).statusCode));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/l', async (req, res) => undici.stream(req.query.url, { method: 'GET' }, () => res));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/m', async (req, res) => undici.pipeline(req.query.url, { method: 'GET' }, ({ body }) => body).pipe(res));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/n', async (req, res) => undici.connect(req.query.url));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/o', async (req, res) => new undici.Client(req.query.url).close());
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/p', async (req, res) => new undici.Pool(req.query.url).close());
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/q', async (req, res) => undici.request({ origin: req.query.origin, path: '/', method: 'GET' }));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/r', async (req, res) => res.json(await ofetch(req.query.url)));
//                                               ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/s', async (req, res) => res.json(await $fetch(req.query.url)));
//                                               ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/t', async (req, res) => res.json(await popsicle.fetch(req.query.url)));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/u', async (req, res) => res.send((await fetch(new Request(req.query.url))).status));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
