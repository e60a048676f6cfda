const isThere = (object, key) => object[key] !== undefined;

exports.keep = (cookies, name, path, cookie) => {
  if (name === '__proto__') return;
  if (!isThere(cookies, name)) {
    cookies[name] = {};
  }
  cookies[name][path] = cookie;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
