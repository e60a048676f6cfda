// The words cors and Access-Control-Allow-Origin alone do nothing.
const pattern = { origin: '*' };
app.get('*', (req, res) => res.json(pattern));
