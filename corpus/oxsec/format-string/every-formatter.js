const express = require('express');
const util = require('util');
const printf = require('printf');
const printj = require('printj');
const formatUtil = require('format-util');
const stringTemplate = require('string-template');
const compile = require('string-template/compile');
const { sprintf, vsprintf } = require('sprintf-js');
const sprintfOld = require('sprintf');
const format = require('format');
const utilFormat = require('util-format');
const stringFormat = require('string-format');
const extsprintf = require('extsprintf');
const underscoreString = require('underscore.string');
const voca = require('voca');
const app = express();

app.get('/:name', (req, res) => {
  util.format(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  util.formatWithOptions({}, req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  util.log(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.log(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.info(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.warn(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.error(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.debug(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.trace(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.group(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  console.assert(res.ok, req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  printf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  printf(process.stdout, req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  printj.sprintf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  printj.vsprintf(req.params.name, [res.id]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  formatUtil(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  stringTemplate(req.params.name, { id: res.id });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  compile(req.params.name, res.inline);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  sprintf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  vsprintf(req.params.name, [res.id]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  sprintfOld(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  sprintfOld.sprintf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  sprintfOld.vsprintf(req.params.name, [res.id]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  format(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  utilFormat(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  stringFormat(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  extsprintf.sprintf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  extsprintf.printf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  underscoreString.sprintf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  voca.sprintf(req.params.name, res.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  res.end();
});
