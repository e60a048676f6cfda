localStorage.setItem('theme', 'dark');
localStorage.lang = navigator.language;
console.log(localStorage.getItem('token'));
