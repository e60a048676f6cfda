export const publicUser = (user) => {
  const copy = { ...user };
  ['hash', 'salt'].forEach((field) => delete copy[field]);
//                                    ^^^^^^^^^^^^^^^^^^ violationDetected
  delete copy?.resetToken;
//^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  return copy;
};
