await got('http://api.example.com/orders');
await client.get('http://api.example.com/orders');
