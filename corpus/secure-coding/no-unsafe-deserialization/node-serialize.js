const serialize = require('node-serialize');
const cookies = require('cookie-parser');

app.use(cookies());

app.get('/', (req, res) => {
  if (req.cookies.profile) {
    const text = Buffer.from(req.cookies.profile, 'base64').toString();
    const profile = serialize.unserialize(text);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
    return res.send(`Hello ${profile.name}`);
  }
  res.cookie('profile', Buffer.from(serialize.serialize({ name: 'guest' })).toString('base64'));
  res.send('Hello');
});
