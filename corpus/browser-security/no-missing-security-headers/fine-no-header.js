app.get('/', (req, res) => {
  res.type('html').send(page);
});
