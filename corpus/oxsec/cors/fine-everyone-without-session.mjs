// safe: default
import Fastify from 'fastify';

const app = Fastify();

app.get('/fonts/:name', (request, reply) => {
  reply.header('Access-Control-Allow-Origin', '*');
  reply.send({ name: request.params.name });
});
