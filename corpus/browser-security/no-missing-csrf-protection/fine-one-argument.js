cache.delete('users');
axios.post('/ping');
