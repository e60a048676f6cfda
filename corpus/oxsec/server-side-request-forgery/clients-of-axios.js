const express = require('express');
const axios = require('axios');
const { Axios } = require('axios');
const app = express();
const client = axios.create({ timeout: 1000 });
const own = new Axios({ timeout: 1000 });

app.post('/a', async (req, res) => res.json((await axios(req.body.url)).data));
//                                                 ^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/b', async (req, res) => res.json((await axios({ url: req.body.url })).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/c', async (req, res) => res.json((await axios({ baseURL: req.body.url, url: '/' })).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/d', async (req, res) => res.json((await axios.get(req.body.url)).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/e', async (req, res) => res.json((await axios.post(req.body.url, {})).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/f', async (req, res) => res.json((await axios.put(req.body.url, {})).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/g', async (req, res) => res.json((await axios.patch(req.body.url, {})).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/h', async (req, res) => res.json((await axios.delete(req.body.url)).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/i', async (req, res) => res.json((await axios.head(req.body.url)).headers));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/j', async (req, res) => res.json((await axios.options(req.body.url)).headers));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/k', async (req, res) => res.json((await axios.postForm(req.body.url, {})).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/l', async (req, res) => res.json((await axios.putForm(req.body.url, {})).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/m', async (req, res) => res.json((await axios.request({ url: req.body.url })).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/n', async (req, res) => res.json((await client.get(req.body.url)).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/o', async (req, res) => res.json((await client(req.body.url)).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/p', async (req, res) => res.json((await own.get(req.body.url)).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/q', async (req, res) => res.json((await axios.create({ baseURL: req.body.url }).get('/')).data));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
