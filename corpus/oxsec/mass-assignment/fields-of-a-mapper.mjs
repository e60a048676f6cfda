import express from 'express';
import { PrismaClient } from '@prisma/client';
import Account from './account.js';

const app = express();
const prisma = new PrismaClient();

app.put('/a', async (req, res) => {
  res.json(await Account.findByIdAndUpdate(req.session.id, req.body));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
});
app.put('/b', async (req, res) => {
  res.json(await prisma.account.update({ where: { id: req.session.id }, data: { ...req.body } }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
});
app.post('/c', async (req, res) => {
  res.json(await prisma.account.create({ data: req.body }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
});
