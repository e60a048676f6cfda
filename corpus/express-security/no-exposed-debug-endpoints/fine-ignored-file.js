// options: {"ignoreFiles": ["tools/"]}
// filename: tools/probe.js
app.get('/health', (req, res) => res.sendStatus(204));
