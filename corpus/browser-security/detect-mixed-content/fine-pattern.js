const isPlain = /^http:\/\//.test(url);
export { isPlain };
