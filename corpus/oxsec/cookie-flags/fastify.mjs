import Fastify from 'fastify';
import cookie from '@fastify/cookie';

const app = Fastify();
app.register(cookie);

app.post('/login', async (request, reply) => {
  reply.setCookie('authToken', request.body.token, { path: '/', secure: true, httpOnly: false });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  return { ok: true };
});
