async function requestReset(email, users, mailer) {
  const user = await users.findByEmail(email);
  const passwordResetToken = makeId(8);
//                           ^^^^^^^^^ predictableRecoveryToken
  const resetPasswordCode = 'r' + Math.random();
//                          ^^^^^^^^^^^^^^^^^^^ insufficientTokenEntropy
  await users.update(user.id, { passwordResetToken, resetPasswordCode });
  await mailer.send(user.email, passwordResetToken);
}
