export function start(response, user) {
  response.sessionId = `${user.id}-${Math.random()}`;
  //                                 ^^^^^^^^^^^^^ mathRandomCrypto
  return { csrf: Math.random().toString(16), userId: user.id };
  //             ^^^^^^^^^^^^^ mathRandomCrypto
}
