const express = require('express');
const fs = require('fs');
const { Readable } = require('stream');
const zlib = require('zlib');
const gunzip = require('gunzip-maybe');
const tar = require('tar');
const tarStream = require('tar-stream');
const tarFs = require('tar-fs');
const unzipper = require('unzipper');
const unzip = require('unzip');
const bz2 = require('unbzip2-stream');
const lzma = require('lzma-native');
const intoStream = require('into-stream');
const streamifier = require('streamifier');
const app = express();

app.post('/a', (req, res) => req.pipe(zlib.createGunzip()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/b', (req, res) => req.pipe(zlib.createUnzip()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/c', (req, res) => req.pipe(zlib.createInflate()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/d', (req, res) => req.pipe(zlib.createInflateRaw()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/e', (req, res) => req.pipe(zlib.createBrotliDecompress()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/f', (req, res) => req.pipe(new zlib.Gunzip()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/g', (req, res) => req.pipe(new zlib.Unzip()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/h', (req, res) => req.pipe(gunzip()).pipe(res));
//                                    ^^^^^^^^ resourceExhaustion
app.post('/i', (req, res) => req.pipe(tar.x({ cwd: '/tmp/all' })).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/j', (req, res) => req.pipe(tar.extract({ cwd: '/tmp/all' })).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/k', (req, res) => req.pipe(tar.Extract({ path: '/tmp/all' })).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/l', (req, res) => req.pipe(tarStream.extract()).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/m', (req, res) => req.pipe(tarFs.extract('/tmp/all')).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/n', (req, res) => req.pipe(unzipper.Extract({ path: '/tmp/all' })).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/o', (req, res) => req.pipe(unzipper.Parse()).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/p', (req, res) => req.pipe(unzipper.ParseOne()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/q', (req, res) => req.pipe(unzip.Extract({ path: '/tmp/all' })).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/r', (req, res) => req.pipe(unzip.Parse()).on('finish', () => res.end()));
//                                    ^^^^^^^^^^^^^ resourceExhaustion
app.post('/s', (req, res) => req.pipe(bz2()).pipe(res));
//                                    ^^^^^ resourceExhaustion
app.post('/t', (req, res) => req.pipe(lzma.createDecompressor()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/u', (req, res) => req.pipe(zlib.createZstdDecompress()).pipe(res));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/v', (req, res) => Readable.from(req.body).pipe(zlib.createGunzip()).pipe(res));
//                                                        ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/w', (req, res) => Readable.fromWeb(req.body).pipe(zlib.createGunzip()).pipe(res));
//                                                           ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/x', (req, res) => intoStream(req.body).pipe(zlib.createGunzip()).pipe(res));
//                                                     ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/y', (req, res) => streamifier.createReadStream(req.body).pipe(zlib.createGunzip()).pipe(res));
//                                                                       ^^^^^^^^^^^^^^^^^^^ resourceExhaustion
