process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0;
//@1 tlsVerification

module.exports = (url) => fetch(url);
