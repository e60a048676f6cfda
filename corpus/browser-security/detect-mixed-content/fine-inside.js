console.log('see http://example.com');
const upper = 'HTTP://EXAMPLE.COM';
export { upper };
