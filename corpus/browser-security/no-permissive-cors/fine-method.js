app.use(gateway.cors({ origin: '*' }));
response.header('Access-Control-Allow-Origin', '*');
