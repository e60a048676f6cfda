const express = require('express');
const $ = require('jquery');
const app = express();

app.get('/a', (req, res) => $.get(req.query.url, (data) => res.json(data)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/b', (req, res) => $.post(req.query.url, {}, (data) => res.json(data)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/c', (req, res) => $.getJSON(req.query.url, (data) => res.json(data)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/d', (req, res) => $.ajax(req.query.url).done((data) => res.json(data)));
//                          ^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.get('/e', (req, res) => $.ajax({ url: req.query.url }).done((data) => res.json(data)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
