const express = require('express');
const wkhtmltopdf = require('wkhtmltopdf');
const wkhtmltoimage = require('wkhtmltoimage');
const pdf = require('html-pdf');
const { generatePdf } = require('html-pdf-node');
const creator = require('pdf-creator-node');
const htmlToImage = require('node-html-to-image');
const app = express();

app.post('/a', (req, res) => wkhtmltopdf(`<h1>${req.body.title}</h1>`).pipe(res));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/b', (req, res) => wkhtmltopdf(req.body.url).pipe(res));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/c', (req, res) => wkhtmltoimage.generate(`<h1>${req.body.title}</h1>`).pipe(res));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/d', (req, res) => wkhtmltoimage.generate(req.body.url).pipe(res));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/e', (req, res) => pdf.create(`<h1>${req.body.title}</h1>`).toStream((error, stream) => stream.pipe(res)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/f', async (req, res) => res.end(await generatePdf({ content: `<h1>${req.body.title}</h1>` }, {})));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/g', async (req, res) => res.end(await generatePdf({ url: req.body.url }, {})));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
app.post('/h', async (req, res) => {
  res.json(await creator.create({ html: `<h1>${req.body.title}</h1>`, data: {}, path: '/tmp/a.pdf' }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
});
app.post('/i', async (req, res) => res.end(await htmlToImage({ html: `<h1>${req.body.title}</h1>` })));
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
