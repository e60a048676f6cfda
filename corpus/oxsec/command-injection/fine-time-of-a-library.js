const { exec } = require('child_process');
const express = require('express');
const ms = require('ms');

express().get('/:time', (req, res) => exec('sleep ' + ms(req.params.time), () => res.end()));
