const hasOwn = (object, key) => object != null && Object.prototype.hasOwnProperty.call(object, key);

exports.keep = (cookies, name, path, cookie) => {
  if (name === '__proto__') return;
  if (!hasOwn(cookies, name)) {
    cookies[name] = {};
  }
  cookies[name][path] = cookie;
};
