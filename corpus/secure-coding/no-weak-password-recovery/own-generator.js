// options: {"secureTokenFunctions": ["vault.token"], "minTokenEntropy": 256, "maxTokenLifetimeHours": 0.5, "recoveryKeywords": ["reset"]}
async function start(user, vault) {
  const passwordResetToken = vault.token(32);
  const resetPasswordToken = crypto.randomBytes(32);
//                           ^^^^^^^^^^^^^^^^^^^^^^ predictableRecoveryToken
  await user.store(passwordResetToken, resetPasswordToken);
}
