console.log('news://example.com and ws:// are schemes');
const scheme = 'ws:';
export { scheme };
