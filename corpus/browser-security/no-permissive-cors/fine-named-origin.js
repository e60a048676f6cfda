app.use(cors({ origin: 'https://app.example.com' }));
response.setHeader('Access-Control-Allow-Origin', origin);
