exports.handler = async (event) => {
  const url = new URL(event.body.url);
  return lookUp(event.body.url, url.host) || dns.resolve(event.headers.host);
};
