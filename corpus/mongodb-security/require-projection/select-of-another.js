export async function pair(User, a, b) {
  const first = await User.findById(a).select('name');
  const second = await User.findById(b);
//                     ^^^^^^^^^^^^^^^^ requireProjection
  return [first, second];
}
