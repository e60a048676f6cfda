const express = require('express');
const request = require('request');
const requestPromise = require('request-promise');
const requestNative = require('request-promise-native');
const app = express();
const patient = request.defaults({ timeout: 1000 });

app.get('/a', (req, res) => request(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', (req, res) => request({ url: req.query.url }).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', (req, res) => request({ uri: req.query.url }).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', (req, res) => request.get(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', (req, res) => request.post(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/f', (req, res) => request.put(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/g', (req, res) => request.patch(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/h', (req, res) => request.delete(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/i', (req, res) => request.del(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/j', (req, res) => request.head(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/k', (req, res) => request.get({ url: req.query.url }).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/l', (req, res) => request.get({ uri: req.query.url }).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/m', (req, res) => request.post({ url: req.query.url }).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/n', async (req, res) => res.json(await requestPromise(req.query.url)));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/o', async (req, res) => res.json(await requestPromise.get(req.query.url)));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/p', async (req, res) => res.json(await requestNative(req.query.url)));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/q', (req, res) => patient(req.query.url).pipe(res));
//                          ^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
