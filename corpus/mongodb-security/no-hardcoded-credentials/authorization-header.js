export async function lookup(fetchJson, id) {
  return fetchJson(`/users/${id}`, { headers: { auth: 'Basic c2hvcDpzaG9w', accept: 'application/json' } });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
}
