res.setHeader('Content-Security-Policy', "script-src 'self'");
