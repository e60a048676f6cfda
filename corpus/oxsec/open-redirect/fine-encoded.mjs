// safe: position
import express from 'express';

const app = express();

app.post('/users', (req, res) => {
  res.redirect(`/users/${encodeURIComponent(req.body.name)}`);
});
