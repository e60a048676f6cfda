import bodyParser from 'body-parser';

app.post('/hook', bodyParser.raw({ type: 'application/octet-stream' }), receive);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingLimit
app.post('/note', bodyParser.text({}), receive);
//                ^^^^^^^^^^^^^^^^^^^ missingLimit
