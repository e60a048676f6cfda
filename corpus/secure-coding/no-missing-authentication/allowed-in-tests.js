// options: {"allowInTests": true, "testFilePattern": "\\.e2e\\.js$"}
// filename: routes.e2e.js
app.get('/users', (req, res) => res.json([]));
router.post('/users', create);
