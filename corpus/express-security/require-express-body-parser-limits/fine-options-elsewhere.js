const options = { limit: process.env.BODY_LIMIT };

app.use(express.json(options));
app.use(bodyParser.json({ limit: options.limit }));
