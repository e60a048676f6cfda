const expat = require('node-expat');

module.exports = (req, res) => {
  const parser = new expat.Parser('UTF-8');
  let elements = 0;
  parser.on('startElement', () => elements++);
  parser.write(req.body);
//^^^^^^^^^^^^^^^^^^^^^^ xxe
  res.json({ elements });
};
