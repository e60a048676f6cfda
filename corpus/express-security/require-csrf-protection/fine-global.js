const lusca = require('lusca');

app.use(lusca.csrf());
app.post('/transfer', transfer);
router.delete('/card', removeCard);
