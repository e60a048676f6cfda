const ldap = require('ldapjs');

const client = ldap.createClient({ url: process.env.LDAP_URL });

function authenticate(username, password, done) {
  const filter = `(&(uid=${username})(userPassword=${password}))`;
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeLdapFilter
  client.search('ou=people,dc=example,dc=com', { filter, scope: 'sub' }, (error, result) => {
    if (error) return done(error);
    result.on('searchEntry', (entry) => done(null, entry.object));
  });
}

module.exports = authenticate;
