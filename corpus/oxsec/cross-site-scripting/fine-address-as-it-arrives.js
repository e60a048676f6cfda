// safe: origin
// Browsers write brackets and quotes of an address as `%3C`, and nothing here decodes it.
const app = require('express')();

app.use((req, res) => res.status(404).send(`<p>Nothing at ${req.originalUrl}, ${req.path}</p>`));
