const address = querystring.escape(`https://api.example.com/?q=${input}`);
const path = urlBuilder.join('https://api.example.com/?q=' + input);
export { address, path };
