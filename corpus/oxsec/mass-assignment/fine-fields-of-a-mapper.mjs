// safe: constant
import express from 'express';
import { PrismaClient } from '@prisma/client';

const app = express();
const prisma = new PrismaClient();

app.put('/a', async (req, res) => {
  const { name, city } = req.body;
  res.json(await prisma.account.update({ where: { id: req.session.id }, data: { name, city } }));
});
