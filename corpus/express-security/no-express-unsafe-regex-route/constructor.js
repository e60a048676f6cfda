import { app } from './app.js';

app.post(new RegExp('^/tags/([a-z]+)*$'), (req, res) => res.json(req.params));
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRegexRoute
