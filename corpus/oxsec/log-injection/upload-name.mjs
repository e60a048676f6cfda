import Fastify from 'fastify';

const server = Fastify();

server.post('/upload', async (request, reply) => {
  const { filename } = request.body;
  console.info(`storing ${filename.trim()}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  return { stored: true };
});
