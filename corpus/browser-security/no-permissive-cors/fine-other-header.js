response.setHeader('access-control-allow-origin', '*');
response.setHeader('Access-Control-Allow-Headers', '*');
