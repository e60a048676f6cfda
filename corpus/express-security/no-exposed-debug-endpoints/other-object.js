// On other objects, and by other methods, the whole string must be a path.
server.get('/test', probe);
//         ^^^^^^^ violationDetected
app.delete('/_admin', purge);
//         ^^^^^^^^^ violationDetected
server.get('/test/probe', probe);
