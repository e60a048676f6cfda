// options: { "checkSessionStorage": false }
sessionStorage.setItem('csrfToken', token);
localStorage.setItem('cart', JSON.stringify(cart));
