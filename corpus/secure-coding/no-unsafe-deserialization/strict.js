// options: {"strictMode": true}
/** @trusted */
function restore(text) {
  return String(JSON.parse(text));
//              ^^^^^^^^^^^^^^^^ untrustedDeserializationInput
}
