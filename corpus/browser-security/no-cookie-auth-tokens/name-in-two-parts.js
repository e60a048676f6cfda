const name = 'x';
document.cookie = 'cred' + 'ential=' + name;
//@1 authTokenInCookie
