// options: {"trustedSanitizers": ["info"], "trustedAnnotations": ["@reviewed"]}
// @reviewed: the gateway limits the attempts
function resetPassword(token, phrase) {
  return accounts.change(token, phrase);
}

/* rate-limited */
function forgotPassword(address) {
//       ^^^^^^^^^^^^^^ missingRateLimit
  const passwordResetToken = hsm(address);
//                           ^^^^^^^^^^^^ predictableRecoveryToken
  logger.info(passwordResetToken);
  logger.warn(passwordResetToken);
//            ^^^^^^^^^^^^^^^^^^ recoveryLoggingSensitiveData
  return mail(address, passwordResetToken, { expires: '1h' });
}
