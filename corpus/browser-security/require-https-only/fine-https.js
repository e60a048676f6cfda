await fetch('https://api.example.com/orders');
await axios.get('https://api.example.com/orders');
