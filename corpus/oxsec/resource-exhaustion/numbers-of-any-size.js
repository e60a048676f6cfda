const express = require('express');
const app = express();

app.get('/:size', (req, res) => {
  const size = Number(req.params.size);
  res.write(Buffer.alloc(Math.abs(size)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Math.ceil(size)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Math.floor(size)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Math.max(size, 16)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Math.min(size, 1e12)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Math.round(size)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Math.trunc(size)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(parseInt(req.params.size, 10)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(parseFloat(req.params.size)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Number.parseInt(req.params.size, 10)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Number.parseFloat(req.params.size)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(global.parseInt(req.params.size, 10)));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.write(Buffer.alloc(Number(BigInt(req.params.size))));
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  if (Number.isInteger(size)) res.write(Buffer.alloc(size));
//                                      ^^^^^^^^^^^^^^^^^^ resourceExhaustion
  if (Number.isSafeInteger(size)) res.write(Buffer.alloc(size));
//                                          ^^^^^^^^^^^^^^^^^^ resourceExhaustion
  if (Number.isFinite(size)) res.write(Buffer.alloc(size));
//                                     ^^^^^^^^^^^^^^^^^^ resourceExhaustion
  if (!Number.isNaN(size)) res.write(Buffer.alloc(size));
//                                   ^^^^^^^^^^^^^^^^^^ resourceExhaustion
  if (isFinite(size)) res.write(Buffer.alloc(size));
//                              ^^^^^^^^^^^^^^^^^^ resourceExhaustion
  if (!isNaN(size)) res.write(Buffer.alloc(size));
//                            ^^^^^^^^^^^^^^^^^^ resourceExhaustion
  res.end();
});
