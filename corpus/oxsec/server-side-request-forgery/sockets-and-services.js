const express = require('express');
const WebSocketOfWs = require('ws');
const { client: WebSocketClient } = require('websocket');
const io = require('socket.io-client');
const SockJS = require('sockjs-client');
const faye = require('faye-websocket');
const openGraph = require('open-graph-scraper');
const Crawler = require('crawler');
const { getLinkPreview } = require('link-preview-js');
const { createApolloFetch } = require('apollo-fetch');
const { Clone } = require('nodegit');
const Parser = require('rss-parser');
const Ftp = require('ftp');
const imageSize = require('image-size');
const app = express();

app.get('/a', (req, res) => new WebSocket(req.query.url).close());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', (req, res) => new EventSource(req.query.url).close());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', (req, res) => new WebSocketOfWs(req.query.url).close());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', (req, res) => new WebSocketClient().connect(req.query.url));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', (req, res) => io(req.query.url).emit('hello'));
//                          ^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/f', (req, res) => new SockJS(req.query.url).close());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/g', (req, res) => new faye.Client(req.query.url).close());
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/h', (req, res) => openGraph({ url: req.query.url }).then(({ result }) => res.json(result)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/i', (req, res) => new Crawler({ maxConnections: 1 }).queue(req.query.url));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/j', (req, res) => getLinkPreview(req.query.url).then((preview) => res.json(preview)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/k', (req, res) => createApolloFetch(req.query.url));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/l', (req, res) => Clone(req.query.url, '/tmp/clone').then(() => res.end()));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/m', (req, res) => new Parser().parseURL(req.query.url).then((feed) => res.json(feed)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/n', (req, res) => new Ftp().connect({ host: req.query.host }));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/o', (req, res) => imageSize.remote(req.query.url));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/p', (req, res) => {
  const request = new XMLHttpRequest();
  request.open('GET', req.query.url);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  request.send();
});
app.get('/q', (req, res) => navigator.sendBeacon(req.query.url, 'seen'));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
