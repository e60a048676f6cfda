import express from 'express';

const router = express.Router();
router.put('/profile', async (req, res) => {
//@1 missingCsrf
  await profiles.save(req.user.id, req.body);
  res.sendStatus(204);
});

export default router;
