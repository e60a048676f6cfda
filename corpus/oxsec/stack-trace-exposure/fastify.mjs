import Fastify from 'fastify';

const app = Fastify();

app.get('/jobs/:id', async (request, reply) => {
  try {
    return await loadJob(request.params.id);
  } catch (cause) {
    reply.code(502).send({ failed: true, details: String(cause.stack) });
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
});

async function loadJob(id) {
  throw new Error(`no job ${id}`);
}
