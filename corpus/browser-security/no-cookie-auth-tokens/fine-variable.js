const cookie = 'token=1';
document.cookie = cookie;
