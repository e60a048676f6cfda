// options: {"strictMode": true}
// @safe
const passwordResetToken = nextId();
//                         ^^^^^^^^ predictableRecoveryToken

/** rate-limited by the gateway */
export async function passwordRecovery(address) {
//                    ^^^^^^^^^^^^^^^^ missingTokenExpiration
//                    ^^^^^^^^^^^^^^^^ missingRateLimit
  return mail(address, passwordResetToken);
}
