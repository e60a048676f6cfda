export async function byName(users, name) {
  return users.find({ $where: `this.name === '${name}'` }).limit(10).toArray();
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeWhere
}
