// filename: cookies.test.ts
document.cookie = 'lang=en';
