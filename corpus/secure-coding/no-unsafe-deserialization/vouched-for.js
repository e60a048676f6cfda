// options: {"trustedSanitizers": ["allowListed"], "trustedAnnotations": ["@signed"]}
function restore(text) {
  const name = allowListed(text);
  // @signed: the caller has checked the signature
  const state = JSON.parse(text);
  const parsed = JSON.parse(name);
  return [state, parsed, JSON.parse(text)];
//                       ^^^^^^^^^^^^^^^^ untrustedDeserializationInput
}
