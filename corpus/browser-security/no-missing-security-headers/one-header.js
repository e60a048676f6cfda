app.get('/', (req, res) => {
  res.setHeader('Cache-Control', 'no-store');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingSecurityHeader
  res.setHeader('X-Frame-Options', 'DENY');
  res.send(page);
});
