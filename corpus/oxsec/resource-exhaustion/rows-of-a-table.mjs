import Fastify from 'fastify';

const app = Fastify();

app.get('/grid', async (request) => {
  const rows = Number(request.query.rows) || 10;
  return new Array(rows).fill({ value: 0 });
//       ^^^^^^^^^^^^^^^ resourceExhaustion
});
