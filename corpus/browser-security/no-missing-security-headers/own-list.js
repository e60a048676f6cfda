// options: { "requiredHeaders": ["Permissions-Policy"] }
server.on('request', (request, response) => {
  response.header('Referrer-Policy', 'no-referrer');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingSecurityHeader
  response.end();
});
