const express = require('express');
const { marked } = require('marked');
const markedOld = require('marked');
const showdown = require('showdown');
const MarkdownIt = require('markdown-it');
const Remarkable = require('remarkable');
const { Remarkable: RemarkableClass } = require('remarkable');
const snarkdown = require('snarkdown');
const { markdown } = require('markdown');
const app = express();

const it = new MarkdownIt({ html: true });
const withPlugin = new MarkdownIt({ html: true }).use(require('markdown-it-footnote'));
const remarkable = new Remarkable({ html: true });
const other = new RemarkableClass({ html: true });
const converter = new showdown.Converter();

app.post('/a', (req, res) => res.send(marked(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/b', (req, res) => res.send(marked.parse(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/c', (req, res) => res.send(markedOld(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/d', (req, res) => res.send(markedOld.parse(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/e', (req, res) => res.send(converter.makeHtml(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/f', (req, res) => res.send(it.render(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/g', (req, res) => res.send(it.renderInline(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/h', (req, res) => res.send(withPlugin.render(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/i', (req, res) => res.send(remarkable.render(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/j', (req, res) => res.send(other.render(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/k', (req, res) => res.send(snarkdown(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.post('/l', (req, res) => res.send(markdown.toHTML(req.body.text)));
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
