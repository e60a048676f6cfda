import randomString from 'crypto-random-string';

export function share(document) {
  document.link = randomString({ type: 'url-safe', length: 8 });
  //                                                       ^ insufficientLength
  return document;
}
