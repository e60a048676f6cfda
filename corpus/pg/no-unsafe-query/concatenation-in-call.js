async function deleteUser(client, userId) {
  const result = await client.query('DELETE FROM users WHERE id = ' + userId);
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noUnsafeQuery
  if (result.rowCount === 0) {
    throw new Error('no such user');
  }
  return result.rowCount;
}

async function rename(client, userId, name) {
  await client.query("UPDATE users SET name = '" + name + "' WHERE id = " + userId);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noUnsafeQuery
}

module.exports = { deleteUser, rename };
