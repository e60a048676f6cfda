import express from 'express';
import { jwtDecode } from 'jwt-decode';

const app = express();

app.get('/admin', (req, res) => {
  const claims = jwtDecode(req.headers.authorization.slice(7));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ decodedOnly
  if (claims.role !== 'admin') return res.sendStatus(403);
  res.json({ ok: true });
});
