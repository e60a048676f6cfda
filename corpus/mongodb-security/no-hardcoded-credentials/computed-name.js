const pass = 'passphrase';

export function options(host) {
  return { host, [pass]: 'open sesame', ['user']: 'root' };
//               ^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
//                                      ^^^^^^^^^^^^^^^^ hardcodedCredentials
}
