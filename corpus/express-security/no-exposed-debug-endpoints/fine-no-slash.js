const roles = ['admin', 'debug', 'test'];

app.get('health', (req, res) => res.json({ roles }));
