// filename: routes.test.js
const app = require('../app');

test('lists users', async () => {
  app.get('/users', (req, res) => res.json([]));
//^^^^^^^ missingAuthentication
  await request(app).get('/users').expect(200);
});
