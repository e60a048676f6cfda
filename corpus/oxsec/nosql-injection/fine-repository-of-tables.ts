// safe: position
import express from 'express';
import { getRepository } from '../datasource';
import { Media } from '../entities';

const router = express.Router();

router.post('/media', async (req, res) => {
  const media = getRepository(Media);
  const found = await media.findOne({ where: { id: req.body.id } });
  const all = await getRepository(Media).find({ where: { kind: req.body.kind } });
  res.json([found, ...all]);
});

export default router;
