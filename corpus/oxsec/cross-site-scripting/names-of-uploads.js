const express = require('express');
const fs = require('fs');
const glob = require('glob');
const globby = require('globby');
const app = express();

app.get('/a', (req, res) => fs.readdir('/srv/uploads', (error, names) => res.send(`<li>${names[0]}`)));
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/b', async (req, res) => res.send(`<li>${(await fs.promises.readdir('/srv/uploads'))[0]}`));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/c', (req, res) => res.send(`<li>${glob.sync('/srv/uploads/*')[0]}`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/d', async (req, res) => res.send(`<li>${(await glob('/srv/uploads/*'))[0]}`));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/e', (req, res) => res.send(`<li>${globby.sync('/srv/uploads/*')[0]}`));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/f', async (req, res) => res.send(`<li>${(await globby('/srv/uploads/*'))[0]}`));
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
app.get('/g', (req, res) => glob('/srv/uploads/*', (error, names) => res.send(`<li>${names[0]}`)));
//                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
