const router = Router();
router.put('/users/:id', update);
//@1 missingCsrfProtection
router.delete('/users/:id', remove);
//@1 missingCsrfProtection
