const { Router } = require('express');

const router = Router();
router.get(/^\/(\w+\/?)+$/, (req, res) => res.render('page', { path: req.path }));
//         ^^^^^^^^^^^^^^^ unsafeRegexRoute

module.exports = router;
