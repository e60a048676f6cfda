const server = require('@hapi/hapi').server();

server.route({
  method: 'GET',
  path: '/hello',
  handler: (request, h) => h.response('<p>' + request.query.name + '</p>'),
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
server.route({
  method: 'POST',
  path: '/subscriptions',
  handler: (request, h) => h.response(request.query.token).header('Content-Type', 'text/html').code(200),
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
