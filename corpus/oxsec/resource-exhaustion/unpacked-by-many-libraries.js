const express = require('express');
const zlib = require('zlib');
const pako = require('pako');
const fflate = require('fflate');
const jszip = require('jszip');
const yauzl = require('yauzl');
const unzipper = require('unzipper');
const AdmZip = require('adm-zip');
const decompress = require('decompress');
const snappy = require('snappy');
const snappyjs = require('snappyjs');
const lz4 = require('lz4');
const { ungzip } = require('node-gzip');
const inflate = require('tiny-inflate');
const lzma = require('lzma');
const brotli = require('brotli');
const app = express();
app.use(express.raw());

app.post('/a', (req, res) => zlib.gunzip(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/b', (req, res) => res.send(zlib.gunzipSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/c', (req, res) => zlib.unzip(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/d', (req, res) => res.send(zlib.unzipSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/e', (req, res) => zlib.inflate(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/f', (req, res) => res.send(zlib.inflateSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/g', (req, res) => zlib.inflateRaw(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/h', (req, res) => res.send(zlib.inflateRawSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/i', (req, res) => zlib.brotliDecompress(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/j', (req, res) => res.send(zlib.brotliDecompressSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/k', (req, res) => res.send(pako.inflate(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/l', (req, res) => res.send(pako.ungzip(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/m', (req, res) => res.send(pako.inflateRaw(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/n', (req, res) => res.send(fflate.unzlibSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/o', (req, res) => res.send(fflate.gunzipSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/p', (req, res) => res.send(fflate.unzipSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/q', (req, res) => res.send(fflate.decompressSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/r', (req, res) => res.send(fflate.inflateSync(req.body)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/s', (req, res) => fflate.unzip(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/t', (req, res) => fflate.gunzip(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/u', (req, res) => fflate.unzlib(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/v', (req, res) => fflate.decompress(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/w', (req, res) => fflate.inflate(req.body, (error, data) => res.send(data)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/x', async (req, res) => res.json((await jszip.loadAsync(req.body)).files));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/y', async (req, res) => res.json((await new jszip().loadAsync(req.body)).files));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/z', (req, res) => yauzl.fromBuffer(req.body, (error, file) => res.json(file.entryCount)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/unzipper', async (req, res) => res.json((await unzipper.Open.buffer(req.body)).files));
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/zip', (req, res) => res.json(new AdmZip(req.body).getEntries()));
//                                      ^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/decompress', async (req, res) => res.json(await decompress(req.body, '/tmp/all')));
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/snappy', async (req, res) => res.send(await snappy.uncompress(req.body)));
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/snappyjs', (req, res) => res.send(snappyjs.uncompress(req.body)));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/lz4', (req, res) => res.send(lz4.decode(req.body)));
//                                      ^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/gzip', async (req, res) => res.send(await ungzip(req.body)));
//                                                   ^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/inflate', (req, res) => res.send(inflate(req.body, Buffer.alloc(1024))));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/lzma', (req, res) => lzma.decompress(req.body, (data) => res.send(data)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
app.post('/brotli', (req, res) => res.send(brotli.decompress(req.body)));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
