const express = require('express');

const app = express();
app.use(express.json());
//@1 missingAuthentication

app.get('/users', async (req, res) => {
//@1 missingAuthentication
  res.json(await db.users.findAll());
});

app.delete('/users/:id', (req, res) => {
//@1 missingAuthentication
  db.users.remove(req.params.id);
  res.sendStatus(204);
});

app.listen(3000);
