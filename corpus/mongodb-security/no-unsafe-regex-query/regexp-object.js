export async function tagged(db, request) {
  const count = await db.collection('notes').countDocuments({
//@23 unsafeRegex
    tags: { '$regex': new RegExp(request.body.tag) },
  });
  return count;
}
