// options: {"severity": "warn"}
const forge = require('node-forge');
//            ^^^^^^^^^^^^^^^^^^^^^ preferNative

function selfSigned(name) {
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.setSubject([{ name: 'commonName', value: name }]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}

module.exports = selfSigned;
