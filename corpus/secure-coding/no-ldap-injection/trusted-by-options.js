// options: {"trustedSanitizers": ["toFilter"], "trustedAnnotations": ["@ldap-checked"]}
function lookUp(client, username) {
  const safeName = toFilter(username);
  client.search('ou=people', safeName);
  // @ldap-checked in the middleware
  client.search('ou=people', username);
}
