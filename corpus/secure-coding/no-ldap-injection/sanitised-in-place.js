function lookUp(client, req) {
  const filter = '(uid=' + escape.filterValue(req.body.uid) + ')';
  const group = sanitizeLdapFilter(req.body.group);
  return client.search(group, { filter });
}

module.exports = lookUp;
