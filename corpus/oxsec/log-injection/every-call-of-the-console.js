const express = require('express');
const util = require('util');
const app = express();

app.get('/:name', (req, res) => {
  console.log('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.info('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.warn('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.error('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.debug('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.trace('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.group('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log('seen', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.info('seen', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.warn('seen', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.error('seen', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.debug('seen', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.trace('seen', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.assert(res.ok, req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log('%s: seen %s', 'shop', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.error('%s: seen %s', 'shop', req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.table(req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  process.stdout.write('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  process.stderr.write('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  util.log('seen ' + req.params.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.end();
});
