const origin = 'origin';
const middleware = cors({ [origin]: '*' });
//                 ^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
app.use(middleware);
