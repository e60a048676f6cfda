const { subtle } = globalThis.crypto;

export const pem = (key) => subtle.exportKey('pkcs8', key).then(encode);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ keyExport
