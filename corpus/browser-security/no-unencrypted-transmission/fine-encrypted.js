fetch('https://api.example.com');
connect('rediss://cache.internal', 'mongodb+srv://db.internal');
