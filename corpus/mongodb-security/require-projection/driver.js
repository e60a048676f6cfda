export async function byMail(db, email) {
  const account = await db.collection('accounts').findOne({ email: String(email) });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireProjection
  return account?._id;
}
