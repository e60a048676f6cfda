window.location = '/home';
location.href = home;
const page = `https://api.example.com/find?page=${page + 1}`;
