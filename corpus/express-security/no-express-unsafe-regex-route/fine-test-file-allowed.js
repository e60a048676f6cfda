// options: {"allowInTests": true}
// filename: routes.test.js
app.get(/^\/(\w+\/?)+$/, handler);
