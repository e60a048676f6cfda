import express from 'express';
import { Spanner } from '@google-cloud/spanner';

const database = new Spanner().instance('shop').database('orders');

express().get('/orders', async (req, res) => {
  const [rows] = await database.run("SELECT * FROM orders WHERE city = '" + req.query.city + "'");
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  res.json(rows);
});
