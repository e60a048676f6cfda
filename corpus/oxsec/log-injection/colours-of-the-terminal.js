const express = require('express');
const util = require('util');
const chalk = require('chalk');
const colors = require('colors');
const colorette = require('colorette');
const kleur = require('kleur');
const picocolors = require('picocolors');
const ansiColors = require('ansi-colors');
const cliColor = require('cli-color');
const { highlight } = require('cli-highlight');
const wrapAnsi = require('wrap-ansi');
const sliceAnsi = require('slice-ansi');
const stripAnsi = require('strip-ansi');
const prettyjson = require('prettyjson');
const yoctocolors = require('yoctocolors');
const nanocolors = require('nanocolors');
const boxen = require('boxen');
const cliTruncate = require('cli-truncate');
const padLeft = require('pad-left');
const gradient = require('gradient-string');
const app = express();

app.get('/:name', (req, res) => {
  console.log(chalk.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(chalk.bold.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(colors.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(colorette.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(kleur.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(picocolors.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(ansiColors.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(cliColor.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(highlight(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(wrapAnsi(req.params.name, 80));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(sliceAnsi(req.params.name, 0, 80));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(stripAnsi(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(prettyjson.render(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(yoctocolors.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(nanocolors.red(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(boxen(req.params.name, { padding: 1 }));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(util.stripVTControlCharacters(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(cliTruncate(req.params.name, 80));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(padLeft(req.params.name, 20));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(gradient.rainbow(req.params.name));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.end();
});
