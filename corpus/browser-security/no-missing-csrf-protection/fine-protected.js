app.post('/transfer', csrfProtection, transfer);
app.put('/users/:id', [csurf({ cookie: true }), update]);
