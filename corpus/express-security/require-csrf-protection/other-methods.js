// options: {"protectedMethods": ["all"], "ignorePatterns": ["^/hooks/", "(unclosed"]}
app.all('/transfer', transfer);
//@1 missingCsrf
app.all('/hooks/payment', paid);
app.all('/x(unclosed', odd);
app.post('/transfer', transfer);
