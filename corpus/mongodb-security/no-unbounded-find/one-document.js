export async function byEmail(db, email) {
  const user = await db.collection('users').findOne({ email });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unboundedFind
  return user && user._id;
}
