const ANYONE = '(uid=*)';
//             ^^^^^^^^^ dangerousLdapOperation
const searchAll = '(|(cn=*)(mail=*))';
const negated = `(&(objectClass=person)(*!(disabled=TRUE)))`;
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousLdapOperation
const nobodyFilter = '(&(cn=jo*|*)(sn=doe))';
//                   ^^^^^^^^^^^^^^^^^^^^^^^ dangerousLdapOperation

export function filters(kind) {
  return { ANYONE, searchAll, negated, nobodyFilter }[kind];
}
