process.on('message', (body) => {
  console.log(body);
  console.error('failed', body);
  console.debug(body, new Date().toISOString());
});
