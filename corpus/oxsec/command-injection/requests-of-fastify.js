const { exec } = require('child_process');
const fastify = require('fastify');
const app = fastify();

app.get('/a', (question, answer) => exec('ls ' + question.query.folder, () => answer.send()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.post('/b', (question, answer) => exec('ls ' + question.body.folder, () => answer.send()));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.put('/c', (question, answer) => exec('ls ' + question.params.folder, () => answer.send()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.patch('/d', (question, answer) => exec('ls ' + question.headers['x-folder'], () => answer.send()));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.delete('/e', (question, answer) => exec('ls ' + question.cookies.folder, () => answer.send()));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.all('/f', (question, answer) => exec('ls ' + decodeURIComponent(question.url), () => answer.send()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.get('/g', (question, answer) => exec('ls ' + question.hostname, () => answer.send()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.get('/h', (question, answer) => exec('ls ' + question.raw.headers['x-folder'], () => answer.send()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.get('/i', (question, answer) => exec('ls ' + question.req.headers['x-folder'], () => answer.send()));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
app.addHook('onRequest', (question, answer) => exec('ls ' + question.query.folder, () => answer.send()));
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
