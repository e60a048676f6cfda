const express = require('express');
const { requireAuth } = require('./auth');

const app = express();
app.get('/users', requireAuth, (req, res) => res.json([]));
app.post('/users', passport.authenticate('bearer'), create);
app.delete('/users/:id', verifyToken({ role: 'admin' }), remove);
app.get('/me', (req, res) => res.json(req.session.user));
