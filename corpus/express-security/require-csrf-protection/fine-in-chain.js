import { csrfProtection } from './csrf.js';

app.post('/transfer', csrfProtection, transfer);
app.put('/limit', requireLogin, csrfProtection, (req, res) => res.json(setLimit(req.body)));
