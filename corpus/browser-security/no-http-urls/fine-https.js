const API = 'https://api.example.com/v1';
console.log('the old address was http://api.example.com', API);
