function distinguishedName(user, unit) {
  const dn = 'uid=' + user + ',ou=' + unit + ',dc=example';
  const filter = '(&(objectClass=person)(uid=' + user + '))';
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ldapInjection
  const bindName = req.body.dn;
//                 ^^^^^^^^^^^ ldapInjection
  return { dn, filter, bindName };
}

module.exports = distinguishedName;
