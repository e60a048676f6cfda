// options: {"sensitivePatterns": ["pin", "mothers name"], "checkConsoleLog": true, "checkErrorMessages": true, "checkApiResponses": false}
function reset(account, pin) {
  console.log('password reset for', account.id);
  console.log('new pin', account.pinLength);
//            ^^^^^^^^^ sensitiveDataExposure
  console.warn(pin);
//             ^^^ sensitiveDataExposure
  if (!account.hint) throw new Error('ask for the mothers name');
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveDataExposure
}
