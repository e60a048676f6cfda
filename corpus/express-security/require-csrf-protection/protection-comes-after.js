import csrf from 'csurf';

app.post('/early', early);
//@1 missingCsrf
app.use(csrf({ cookie: true }));
app.post('/late', late);
