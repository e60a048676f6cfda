const key = new URLSearchParams(location.search).get('key');
document.cookie = " api_key =" + encodeURIComponent(key);
//@1 sensitiveCookieJs
