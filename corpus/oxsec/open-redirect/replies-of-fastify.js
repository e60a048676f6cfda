const app = require('fastify')();

app.get('/a', (question, answer) => answer.redirect(question.query.to));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.post('/b', (question, answer) => answer.redirect(question.query.to));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.put('/c', (question, answer) => answer.redirect(question.query.to));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.patch('/d', (question, answer) => answer.redirect(question.query.to));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.delete('/e', (question, answer) => answer.redirect(question.query.to));
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.all('/f', (question, answer) => answer.redirect(question.query.to));
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
app.addHook('onRequest', (question, answer) => answer.redirect(question.query.to));
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
