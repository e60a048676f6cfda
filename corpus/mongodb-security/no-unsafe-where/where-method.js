export async function stale(Session, days) {
  return Session.find().where('$where', `Date.now() - this.seen > ${days} * 864e5`).limit(100);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeWhere
}
