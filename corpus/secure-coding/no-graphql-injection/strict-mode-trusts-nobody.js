// options: {"strictMode": true}
function byEmail(email) {
  /* @validated */
  return `query { userByEmail(email: "${email}") { id } }`;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeVariableInterpolation
}

function byName(name) {
  const clean = sanitize(name);
  return `query { userByName(name: "${String(clean)}") { id } }`;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeVariableInterpolation
}
