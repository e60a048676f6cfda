// options: {"endpoints": ["/metrics"], "ignoreFiles": ["vendor/"]}
// filename: src/server.js
import { Router } from 'express';

const router = Router();
router.get('/metrics/raw', raw);
//         ^^^^^^^^^^^^^^ violationDetected
router.get('/admin', admin);

export default router;
