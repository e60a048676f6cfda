// options: { "trustedLibraries": ["gateway"] }
app.use(gatewayCors({ origin: '*' }));
app.use(cors());
