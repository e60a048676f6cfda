import express from 'express';
import { getRepository } from '../mongo';
import { Media } from '../entities';

const router = express.Router();

router.post('/media', async (req, res) => {
  const found = await getRepository(Media).findOne({ kind: req.body.kind });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(found);
});

export default router;
