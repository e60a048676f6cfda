const express = require('express');
const yauzl = require('yauzl');
const unzipper = require('unzipper');
const tar = require('tar');
const extract = require('extract-zip');
const app = express();
app.use(express.json());

app.post('/a', (req, res) => yauzl.fromFd(req.body.file, (error, file) => res.json(file.entryCount)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/b', (req, res) => yauzl.fromRandomAccessReader(req.body, 9, (error, file) => res.json(file)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/c', async (req, res) => res.json(await tar.x({ file: req.body.file })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/d', async (req, res) => res.json(await tar.extract({ file: req.body.file })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/e', async (req, res) => res.json(await unzipper.Open.file(req.body.file)));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/f', async (req, res) => res.json(await extract(req.body.file, { dir: '/tmp/all' })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
