const express = require('express');
const util = require('util');

express().get('/:name', (req, res) => res.send(util.inspect(req.params)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
