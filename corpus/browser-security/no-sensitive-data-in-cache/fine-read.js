const token = cache.get('token');
cache.delete('token');
