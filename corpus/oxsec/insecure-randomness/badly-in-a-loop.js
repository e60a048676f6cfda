const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function generateToken(length) {
  let result = '';
  for (let i = 0; i < length; i++) {
    const index = Math.floor(Math.random() * CHARACTERS.length);
    result += CHARACTERS.charAt(index);
  }
  return result;
//       ^^^^^^ insecureRandomness
}

module.exports = generateToken;
