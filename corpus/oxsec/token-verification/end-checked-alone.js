const { decode } = require('jsonwebtoken');

async function currentUser(req, users) {
  const { sub, exp } = decode(req.cookies.session);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ decodedOnly
  if (exp * 1000 < Date.now()) {
    throw new Error('session is over');
  }
  return users.byId(sub);
}

module.exports = { currentUser };
