// filename: save.test.js
try {
  await save({});
} catch {}
