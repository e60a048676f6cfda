import express from 'express';

export const router = express.Router();

router.get('/prices', async (req, res) => {
  const region = req.query.region ?? 'eu';
  const response = await fetch(`https://${region}.prices.example.com/v1/list`);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  res.json(await response.json());
});
