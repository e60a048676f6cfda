const settings = {};

app.post('/settings', (req, res) => {
  settings[req.body.name] = req.body.value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ objectInjection
  res.json(settings[req.body.name]);
//         ^^^^^^^^^^^^^^^^^^^^^^^ objectInjection
});
