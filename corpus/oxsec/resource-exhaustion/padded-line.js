exports.align = (req, res) => {
  const { text, width } = req.body;
  if (!Number.isInteger(width)) {
    return res.status(400).send('width must be an integer');
  }
  res.type('text/plain').send(String(text).padEnd(width, '.'));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
};
