render('<html></html>');
res.end('<html></html>');
