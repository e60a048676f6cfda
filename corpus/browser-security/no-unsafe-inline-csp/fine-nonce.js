const csp = `script-src 'self' 'nonce-${nonce}'`;
res.setHeader('Content-Security-Policy', csp);
