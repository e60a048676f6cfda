const app = require('express')();

app.get('/orders/:id', (req, res) => {
  const error = new Error(`there is no order ${req.params.id}`);
  error.status = 404;
  res.status(error.status).json({ failed: error.message });
});
