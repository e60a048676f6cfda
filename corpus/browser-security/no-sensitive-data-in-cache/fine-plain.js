cache.set('user:name', user.name);
cache.put('/logo.png', response);
