const token = document.cookie.split('; ').find((part) => part.startsWith('token='));
console.log(token);
