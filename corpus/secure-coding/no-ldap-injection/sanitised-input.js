async function groupsOf(client, req) {
  const name = sanitize(req.params.name);
  const entries = await client.search('ou=groups', name);
  const byId = await client.search('ou=groups', /* @validated */ req.params.filter);
  return { entries, byId };
}
