const express = require('express');
const router = express.Router();

router.get('/hello', (req, res) => {
  const name = cleanName(req.query.name);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousSanitizerUsage
  res.send('<h1>Hello ' + name + '</h1>');
//         ^^^^^^^^^^^^ unsafeReplaceSanitization
//                               ^^^^^^^ unsafeReplaceSanitization
});

router.post('/notes', (req, res) => {
  const note = sanitizeNote({ title: req.body.title });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousSanitizerUsage
  res.status(201).json({ note, hint: "it's saved" });
//                                   ^^^^^^^^^^^^ unsafeReplaceSanitization
});
