import Fastify from 'fastify';

const app = Fastify();

app.get('/out', (request, reply) => {
  const { to } = request.query;
  if (!to.includes('example.com')) {
    return reply.code(400).send({ error: 'not allowed' });
  }
  reply.redirect(to);
//^^^^^^^^^^^^^^^^^^ openRedirect
});
