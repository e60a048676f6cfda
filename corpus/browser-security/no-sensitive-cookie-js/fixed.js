document.cookie = 'jwt=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
//@1 sensitiveCookieJs
document.cookie = 'lang=en';
