const LETTERS = [...'abcdefghijkmnopqrstuvwxyz'];

exports.newPassword = () => {
  const picked = [];
  while (picked.length < 20) picked.push(LETTERS[(Math.random() * LETTERS.length) | 0]);
  const password = picked.join('');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
  return password;
};
