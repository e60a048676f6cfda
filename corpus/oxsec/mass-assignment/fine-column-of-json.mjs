// safe: position
// The fields are named one by one; what the caller sends is the value of one of them.
import express from 'express';
import { users } from './models.js';

const app = express();
app.use(express.json());

app.post('/users', async (req, res) => {
  const { name, mail, data } = req.body;
  res.json(await users.create({ name, mail, role: 'reader', data }));
});
