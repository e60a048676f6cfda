const { scryptSync, timingSafeEqual } = require('crypto');

exports.verify = (user, password) => {
  const hash = scryptSync(password, user.salt, 64);
  return timingSafeEqual(hash, user.hash) || timingSafeEqual(scryptSync(password, Buffer.from(user.oldSalt), 64), hash);
};
