const router = require('express').Router();

router.get('/files/:folder/:name', (req, res) => res.sendFile(pathOf(req.params)));
router.put('/files/:id(\\d{1,9})', replace);
router.get('*', notFound);

module.exports = router;
