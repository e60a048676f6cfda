app.get('/users', list);
app.head('/users', list);
