// options: { "requiredHeaders": ["Permissions-Policy"] }
function start(server) {
  server.header('Server', 'oxsec');
  function policy(response) {
    response.header('Permissions-Policy', 'camera=()');
  }
  server.on('request', policy);
}

start(server);
