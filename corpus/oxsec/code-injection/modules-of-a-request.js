const express = require('express');
const app = express();

app.get('/a/:name', (req, res) => res.json(require('./plugins/' + req.params.name).settings));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
app.get('/b/:name', (req, res) => res.json(require.resolve('./plugins/' + req.params.name)));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
app.get('/c/:name', (req, res) => res.json(process.mainModule.require('./plugins/' + req.params.name).settings));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection

importScripts('./plugins/' + new URLSearchParams(location.search).get('plugin'));
//@1 codeInjection
