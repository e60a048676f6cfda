import { constants, createSign } from 'node:crypto';

export function sign(privateKey, document) {
  const signer = createSign('RSA-SHA256');
  signer.update(document);
  return signer.sign({
    key: privateKey,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
}
