const url = 'http://api.example.com';
await fetch(url, { referrer: 'http://example.com' });
await axios.request('http://api.example.com');
