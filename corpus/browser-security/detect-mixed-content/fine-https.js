logo.src = 'https://cdn.example.com/logo.png';
fetch('//api.example.com/v1');
