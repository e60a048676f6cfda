const jwt = require('jsonwebtoken');

function permalinkToken(page) {
  return jwt.sign({ page: page.slug }, process.env.JWT_SECRET, { noTimestamp: true });
//                                                                            ^^^^ noTimestampTrue
}

module.exports = permalinkToken;
