const { exec } = require('child_process');
const express = require('express');
const app = express();
const router = express.Router();

app.get('/a', (question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/b', (question, answer) => exec('ls ' + question.body.folder, () => answer.end()));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.put('/c/:folder', (question, answer) => exec('ls ' + question.params.folder, () => answer.end()));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.patch('/d', (question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.end()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.delete('/e', (question, answer) => exec('ls ' + question.cookies.folder, () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.all('/f', (question, answer) => exec('ls ' + question.signedCookies.folder, () => answer.end()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.use((question, answer) => exec('ls ' + decodeURIComponent(question.url), () => answer.end()));
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.head('/g', (question, answer) => exec('ls ' + decodeURIComponent(question.originalUrl), () => answer.end()));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.options('/h', (question, answer) => exec('ls ' + decodeURIComponent(question.path), () => answer.end()));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.del('/i', (question, answer) => exec('ls ' + question.hostname, () => answer.end()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/j', (question, answer) => exec('ls ' + question.host, () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.post('/k', (question, answer) => exec('ls ' + question.files[0].originalname, () => answer.end()));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.post('/l', (question, answer) => exec('ls ' + question.file.originalname, () => answer.end()));
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/m', (question, answer) => exec('ls ' + question.param('folder'), () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/n', (question, answer) => exec('ls ' + question.get('X-Folder'), () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/o', (question, answer) => exec('ls ' + question.header('X-Folder'), () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/p', (question, answer) => exec('ls ' + question.subdomains[0], () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/q', (question, answer) => exec('ls ' + question.rawHeaders[1], () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/r', (question, answer) => exec('ls ' + question.rawBody, () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/s', (question, answer) => exec('ls ' + question.fields.folder, () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/t', (question, answer) => exec('ls ' + question.ip, () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/u', (question, answer) => exec('ls ' + question.ips[0], () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.get('/v', (question, answer) => exec('ls ' + question.protocol, () => answer.end()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
router.post('/w', (question) => question.on('data', (data) => exec('ls ' + data)));
//                                                            ^^^^^^^^^^^^^^^^^^ commandInjection
router.post('/x', (question) => question.addListener('data', (data) => exec('ls ' + data)));
//                                                                     ^^^^^^^^^^^^^^^^^^ commandInjection
app.route('/y').get((question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.get('/z', () => 0).post('/z', (question, answer) => exec('ls ' + question.body.folder, () => answer.end()));
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/za', () => 0).get('/za', (question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.use(() => 0).get('/zb', (question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.listen(80).get('/zc', (question, answer) => exec('ls ' + question.query.folder, () => answer.end()));
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.param('folder', (question, answer, next, folder) => exec('ls ' + folder, next));
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.param('other', (question) => exec('ls ' + question.query.folder));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.ws('/zd', (socket, question) => {
  socket.on('message', (text) => exec('ls ' + text));
//                               ^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + question.query.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
