// options: {"allowInTests": true}
// filename: server.spec.js
app.use(cors());
