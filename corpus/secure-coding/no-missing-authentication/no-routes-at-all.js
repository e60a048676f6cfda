const map = new Map();

map.get('/users');
db.users.get('/users', () => {});
client.post('https://api.example.com/users', { name: 'Ada' });
this.app.get('/users', list);
app.listen(process.env.PORT);
