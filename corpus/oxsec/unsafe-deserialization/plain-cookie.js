const express = require('express');
const cookieParser = require('cookie-parser');
const serialize = require('node-serialize');

const app = express();
app.use(cookieParser());

app.get('/cart', (req, res) => {
  const cart = serialize.unserialize(req.cookies.cart || '{}');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
  res.json({ items: cart.items });
});
