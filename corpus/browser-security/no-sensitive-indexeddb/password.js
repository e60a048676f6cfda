export async function saveUser(db, user) {
  const store = db.transaction('users', 'readwrite').objectStore('users');
  await store.put({ id: user.id, password: user.password });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInIndexedDB
}
