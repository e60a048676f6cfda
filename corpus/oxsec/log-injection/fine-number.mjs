import express from 'express';

export const router = express.Router();

router.delete('/orders/:id', (req, res) => {
  const id = Number(req.params.id);
  console.log('deleting order ' + id);
  res.status(204).end();
});
