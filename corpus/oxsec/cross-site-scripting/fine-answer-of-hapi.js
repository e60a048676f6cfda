const server = require('@hapi/hapi').server();

server.route({
  method: 'GET',
  path: '/hello',
  handler: (request, h) => h.response('<p>' + request.query.name.replace(/[<>&]/g, '') + '</p>'),
});
