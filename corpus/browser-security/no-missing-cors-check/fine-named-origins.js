app.use(cors({ origin: ['https://app.example.com'] }));
app.use('*', notFound);
