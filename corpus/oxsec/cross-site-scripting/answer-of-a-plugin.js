module.exports = async function (fastify) {
  fastify.get('/hello', (request, reply) => {
    reply.type('text/html').send('<p>' + request.query.name + '</p>');
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  });
};
