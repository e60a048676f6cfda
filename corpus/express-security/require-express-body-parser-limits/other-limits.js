// options: {"excessiveLimits": ["5mb"]}
app.use(express.json({ limit: '5MB' }));
//                     ^^^^^^^^^^^^ excessiveLimit
app.use(express.text({ limit: '50mb' }));
