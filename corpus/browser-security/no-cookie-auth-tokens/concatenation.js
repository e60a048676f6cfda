document.cookie = 'access' + '=' + (value + '; path=/');
//@1 authTokenInCookie
