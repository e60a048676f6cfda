const passwordResetLink = '/reset?at=' + Date.now();
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^ insufficientTokenEntropy
const recoverPasswordId = prefix + timestamp;
//                        ^^^^^^^^^^^^^^^^^^ insufficientTokenEntropy
let restorePwdKey = shortId.generate();
//                  ^^^^^^^^^^^^^^^^^^ predictableRecoveryToken

function sendLink(user) {
  return mail(user.email, 'Your link', passwordResetLink);
}
