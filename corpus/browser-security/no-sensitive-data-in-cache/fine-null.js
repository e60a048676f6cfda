registry.set(null, 'token');
flags.set(1, 'password');
