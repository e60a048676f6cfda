document.cookie = 'theme=dark; Secure; SameSite=Lax';
document.cookie = `lang=${navigator.language}`;
