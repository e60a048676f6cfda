// options: { "protectedMethods": ["MKCOL"] }
server.mkcol('/folders', create);
//@1 missingCsrfProtection
server.post('/folders', create);
