module.exports = async function (fastify) {
  fastify.get('/hello', (request, reply) => {
    reply.send('<p>' + request.query.name + '</p>');
  });
};
