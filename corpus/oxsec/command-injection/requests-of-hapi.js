const { exec } = require('child_process');
const Hapi = require('@hapi/hapi');
const hapi = require('hapi');
const server = Hapi.server({ port: 80 });
const early = new hapi.Server();

server.route({ method: 'GET', path: '/a', handler: (request, h) => exec('ls ' + request.query.folder) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/b/{folder}', handler: (request, h) => exec('ls ' + request.params.folder) });
//                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'POST', path: '/c', handler: (request, h) => exec('ls ' + request.payload.folder) });
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/d', handler: (request, h) => exec('ls ' + request.headers['x-folder']) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/e', handler: (request, h) => exec('ls ' + decodeURIComponent(request.path)) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/f', handler: (request, h) => exec('ls ' + decodeURIComponent(request.url.search)) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/g', handler: (request, h) => exec('ls ' + request.state.folder) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/h', handler: (request, h) => exec('ls ' + request.orig.query.folder) });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
early.route({ method: 'GET', path: '/i', handler: (request, h) => exec('ls ' + request.query.folder) });
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
