const ldap = require('ldapjs');
const ldapEscape = require('ldap-escape');

function byUid(client, req, done) {
  const filter = `(uid=${ldapEscape.filterValue(req.body.uid)})`;
  const dn = `uid=${ldapEscape.dnEscape(req.body.uid)},ou=people`;
  client.search(dn, { filter }, done);
}

module.exports = { byUid, ldap };
