const page = '<html></html>';
res.send(page);
