const { exec } = require('child_process');
const express = require('express');
const bytes = require('bytes');

express().get('/:size', (req, res) => exec('fallocate -l ' + bytes(req.params.size), () => res.end()));
