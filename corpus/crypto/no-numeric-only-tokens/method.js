import cryptoRandomString from 'crypto-random-string';

export async function apiKey() {
  const options = { prefix: 'key' };
  return options.prefix + (await cryptoRandomString.async({ length: 48, type: 'numeric' }));
  //                                                                          ^^^^^^^^^ numericOnlyToken
}
