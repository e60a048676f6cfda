import express from 'express';

const app = express();
const buffer = Buffer.from('the quick brown fox');

app.get('/byte', (req, res) => {
  const position = req.query.position;
  res.json({ byte: buffer[position] });
//                 ^^^^^^^^^^^^^^^^ userControlledBufferIndex
});

app.get('/last', (req, res) => {
  res.json({ byte: buffer[buffer.length - 1] });
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ negativeBufferIndex
});
