function generateId() {
  let text = '';
  while (text.length < 20) text += Math.floor(Math.random() * 16).toString(16);
  //                                          ^^^^^^^^^^^^^ mathRandomCrypto
  return text;
}

exports.digits = function otpOf(length) {
  return [...Array(length)].map(() => Math.floor(Math.random() * 10)).join('');
  //                                             ^^^^^^^^^^^^^ mathRandomCrypto
};
