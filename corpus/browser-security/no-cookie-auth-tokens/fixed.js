document.cookie = 'JWT=abc';
//@1 authTokenInCookie
document.cookie = 'theme=dark';
