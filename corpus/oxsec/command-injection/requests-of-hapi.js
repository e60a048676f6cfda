const { exec } = require('child_process');
const Hapi = require('@hapi/hapi');
const hapi = require('hapi');
const server = Hapi.server({ port: 80 });
const early = new hapi.Server();

server.route({ method: 'GET', path: '/a', handler: (request) => exec('ls ' + request.query.folder) });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/b/{folder}', handler: (request) => exec('ls ' + request.params.folder) });
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'POST', path: '/c', handler: (request) => exec('ls ' + request.payload.folder) });
//                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/d', handler: (request) => exec('ls ' + request.headers['x-folder']) });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/e', handler: (request) => exec('ls ' + decodeURIComponent(request.path)) });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/f', handler: (request) => exec('ls ' + decodeURIComponent(request.url.search)) });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/g', handler: (request) => exec('ls ' + request.state.folder) });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
server.route({ method: 'GET', path: '/h', handler: (request) => exec('ls ' + request.orig.query.folder) });
//                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
early.route({ method: 'GET', path: '/i', handler: (request) => exec('ls ' + request.query.folder) });
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
