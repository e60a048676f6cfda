const { exec } = require('child_process');
const Koa = require('koa');
const Router = require('koa-router');
const OfficialRouter = require('@koa/router');
const route = require('koa-route');
const app = new Koa();
const router = new Router();
const official = new OfficialRouter();

app.use((context) => exec('ls ' + context.query.folder));
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/a', (context) => exec('ls ' + context.params.folder));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.post('/b', (context) => exec('ls ' + decodeURIComponent(context.url)));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.put('/c', (context) => exec('ls ' + decodeURIComponent(context.originalUrl)));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.patch('/d', (context) => exec('ls ' + decodeURIComponent(context.path)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.delete('/e', (context) => exec('ls ' + context.headers['x-folder']));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.del('/f', (context) => exec('ls ' + context.header['x-folder']));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.all('/g', (context) => exec('ls ' + decodeURIComponent(context.querystring)));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/h', (context) => exec('ls ' + context.get('X-Folder')));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/i', (context) => exec('ls ' + context.host));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/j', (context) => exec('ls ' + context.cookies.get('folder')));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/k', (context) => exec('ls ' + context.hostname));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/l', (context) => exec('ls ' + decodeURIComponent(context.href)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/m', (context) => exec('ls ' + context.origin));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/n', (context) => exec('ls ' + context.ip));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/o', (context) => exec('ls ' + decodeURIComponent(context.search)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/p', (context) => exec('ls ' + context.request.body.folder));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/q', (context) => exec('ls ' + context.request.query.folder));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/r', (context) => exec('ls ' + decodeURIComponent(context.request.url)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/s', (context) => exec('ls ' + decodeURIComponent(context.request.originalUrl)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/t', (context) => exec('ls ' + decodeURIComponent(context.request.path)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/u', (context) => exec('ls ' + context.request.headers['x-folder']));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/v', (context) => exec('ls ' + context.request.header['x-folder']));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/w', (context) => exec('ls ' + decodeURIComponent(context.request.querystring)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/x', (context) => exec('ls ' + decodeURIComponent(context.request.href)));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/y', (context) => exec('ls ' + context.request.files.one.name));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/z', (context) => exec('ls ' + context.request.get('X-Folder')));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/za', (context) => exec('ls ' + decodeURIComponent(context.request.search)));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/zb', (context) => exec('ls ' + context.request.host));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/zc', (context) => exec('ls ' + context.request.hostname));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/zd', (context) => exec('ls ' + context.request.rawBody));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/ze', (context) => exec('ls ' + context.request.params.folder));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
official.get('/zf', (context) => exec('ls ' + context.req.headers['x-folder']));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/zg', () => 0).get('/zh', (context) => exec('ls ' + context.query.folder));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.use(() => 0).get('/zi', (context) => exec('ls ' + context.query.folder));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.use(route.get('/zj/:folder', (context, folder) => exec('ls ' + folder + context.query.filter)));
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.use(route.post('/zk/:folder', (context, folder) => exec('ls ' + folder)));
//                                                     ^^^^^^^^^^^^^^^^^^^^ commandInjection
app.use(route.get('/zl', (context) => exec('ls ' + context.query.filter)));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.use(route.post('/zm', (context) => exec('ls ' + context.query.filter)));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
