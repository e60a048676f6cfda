document.cookie = 'session' - 'token';
document.title = 'session=' + id;
