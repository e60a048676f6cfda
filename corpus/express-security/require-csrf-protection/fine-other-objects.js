await client.post('/orders', order);
axios.put(url, body);
this.app.post('/orders', createOrder);
map.delete(key);
