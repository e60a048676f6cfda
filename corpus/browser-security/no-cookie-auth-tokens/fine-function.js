document.cookie = serialize('token', value);
setCookie('session', value);
