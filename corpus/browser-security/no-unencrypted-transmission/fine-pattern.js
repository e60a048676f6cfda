const plain = /^http:\/\//;
export const isPlain = (url) => plain.test(url) || url.startsWith('http:');
