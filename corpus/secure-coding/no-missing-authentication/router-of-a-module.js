import { Router } from 'express';
import * as orders from './orders.js';

const router = Router();

router.post('/orders', orders.create);
//@1 missingAuthentication
router.put('/orders/:id', orders.replace);
//@1 missingAuthentication
router.all('/orders/:id/cancel', limit(10), orders.cancel);
//@1 missingAuthentication

export default router;
