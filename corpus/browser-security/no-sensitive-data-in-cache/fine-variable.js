const key = 'password';
cache.set(key, value);
cache.set(`token:${id}`, value);
