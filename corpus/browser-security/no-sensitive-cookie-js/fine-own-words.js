// options: { "sensitivePatterns": ["cart"] }
document.cookie = 'session=1';
window.document.cookie = 'cart=1';
