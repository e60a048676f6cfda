document.cookie = 'lang=en; Secure; SameSite=Strict';
document.cookie = `theme=${theme};secure;samesite=lax`;
