const server = require('@hapi/hapi').server();

server.route({
  method: 'GET',
  path: '/hello',
  handler: (request, h) => h.response('<p>' + request.query.name.replace(/[<>&]/g, '') + '</p>'),
});
server.route({
  method: 'POST',
  path: '/subscriptions',
  handler: (request, h) => h.response(request.query.token).header('Content-Type', 'text/plain').code(200),
});
