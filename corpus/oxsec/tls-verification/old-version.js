const tls = require('tls');

exports.connect = (host) => tls.connect({ host, port: 443, minVersion: 'TLSv1' });
//                                                         ^^^^^^^^^^^^^^^^^^^ oldVersion
exports.listen = (options) => tls.createServer({ ...options, secureProtocol: 'SSLv3_method' });
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ oldVersion
