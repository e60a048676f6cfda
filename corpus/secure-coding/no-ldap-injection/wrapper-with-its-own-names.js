// options: {"ldapFunctions": ["lookUp"], "ldapEscapeFunctions": [], "ldapValidationFunctions": ["checked"], "strictMode": true}
export async function member(directory, username) {
  const filter = `(member=${encode(username)})`;
  const other = `(member=${esc.escapeFilter(username)})`;
  const open = `(member=${username})`;
//             ^^^^^^^^^^^^^^^^^^^^^^ unsafeLdapFilter
  /* @safe */
  await directory.lookUp('ou=groups', username);
//                                    ^^^^^^^^ unescapedLdapInput
  await directory.search('ou=groups', username);
  return { filter, other, open, closed: checked(() => { const dnFilter = username; return dnFilter; }) };
}
