const { exec } = require('child_process');
const express = require('express');
const app = express();

app.post('/:folder', async (req, res) => {
  const { folder } = req.params;
  exec('ls ' + Array.from([folder])[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Array.of(folder)[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Array.prototype.slice.call([folder])[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Buffer.from(folder).toString());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Buffer(folder).toString());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new Uint8Array(folder));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + JSON.parse(req.body.list).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + JSON.stringify(folder));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new Map([['folder', folder]]).get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + [...new Set([folder])][0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.assign({}, { folder }).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.entries({ folder })[0][1]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.freeze({ folder }).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.seal({ folder }).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.fromEntries([['folder', folder]]).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.getOwnPropertyNames(req.body)[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.keys(req.body)[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object.values({ folder })[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Object(folder));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Reflect.ownKeys(req.body)[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await Promise.all([folder]))[0]);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await Promise.allSettled([folder]))[0].value);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await Promise.race([folder])));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await Promise.resolve(folder)));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + String(folder));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec(String.raw`ls ${folder}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new URL(req.body.url).searchParams.get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new URLSearchParams(req.body.query).get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURI(folder));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + decodeURIComponent(folder));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + unescape(folder));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + structuredClone({ folder }).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new Error(folder).message);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new TypeError(folder).message);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new RangeError(folder).message);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new SyntaxError(folder).message);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + Symbol(folder).description);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (Boolean(folder)) exec('ls ' + folder);
//                     ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (!Array.isArray(folder)) exec('ls ' + folder);
//                            ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (new RegExp('^[a-z]').test(folder)) exec('ls ' + folder);
//                                       ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (Number.isNaN(Number(folder))) exec('ls ' + folder);
//                                  ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (isNaN(folder)) exec('ls ' + folder);
//                   ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (!isFinite(folder)) exec('ls ' + folder);
//                       ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (!Number.isFinite(Number(folder))) exec('ls ' + folder);
//                                      ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (!Number.isInteger(folder)) exec('ls ' + folder);
//                               ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (!Number.isSafeInteger(folder)) exec('ls ' + folder);
//                                   ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (Object.hasOwn(req.body, 'folder')) exec('ls ' + req.body.folder);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (Object.prototype.hasOwnProperty.call(req.body, 'folder')) exec('ls ' + req.body.folder);
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (Object.hasOwnProperty.call(req.body, 'folder')) exec('ls ' + req.body.folder);
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (parseInt(folder, 10) > 3) exec('ls ' + folder);
//                              ^^^^^^^^^^^^^^^^^^^^ commandInjection
  if (parseFloat(folder) > 3) exec('ls ' + folder);
//                            ^^^^^^^^^^^^^^^^^^^^ commandInjection
  console.log('listed');
  console.error('listed');
  setTimeout(() => exec('ls ' + folder), 10);
//                 ^^^^^^^^^^^^^^^^^^^^ commandInjection
  res.end();
});
