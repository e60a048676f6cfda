const jwt = require('jsonwebtoken');

exports.userOf = (token, key) => {
  const { header } = jwt.decode(token, { complete: true });
  return jwt.verify(token, key, { algorithms: [header.alg] });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ algorithmOfToken
};
