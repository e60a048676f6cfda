// safe: purpose
exports.HEADERS = { ACCEPT: 'accept', AUTHORIZATION: 'authorization' };

exports.ERRORS = {
  INVALID_SERVICE: 'invalid service',
  INVALID_ID_TOKEN: 'INVALID_ID_TOKEN',
  INVALID_ACCESS_TOKEN: 'invalid-access-token',
};
