const express = require('express');
const app = express();
app.use(express.json());

app.post('/oauth/token', async (req, res) => {
  const { accessToken, refreshToken } = await exchange(req.body.code);
  console.debug({ step: 'token', accessToken, refreshToken });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretLogged
  res.json({ ok: true });
});

async function exchange(code) {
  return { accessToken: `a${code}`, refreshToken: `r${code}` };
}
