const express = require('express');
const app = express();
app.use(express.json());

app.put('/things', (question, answer) => answer.sendFile('/srv/things/' + question.body.name));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.patch('/things', (question, answer) => answer.sendFile('/srv/things/' + question.body.name));
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
app.delete('/things', (question, answer) => answer.sendFile('/srv/things/' + question.query.name));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ pathTraversal
