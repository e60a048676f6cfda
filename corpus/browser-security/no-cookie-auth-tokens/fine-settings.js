document.cookie = 'lang=en; Secure; SameSite=Lax';
document.cookie = `theme=${theme}`;
