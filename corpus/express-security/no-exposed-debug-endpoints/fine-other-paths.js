import { Router } from 'express';

const router = Router();
router.get('/orders', list);
router.get('/orders/:id', show);
router.post(`/debug/${process.pid}`, dump);

export default router;
