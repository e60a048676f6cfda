export async function list(User) {
  const active = await User.find({ active: true }).sort('name').select('-password');
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ selectSensitiveFields
  const tokens = await User.find({ active: true }).select('name -secret refreshToken').limit(10);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ selectSensitiveFields
  return [active, tokens];
}
