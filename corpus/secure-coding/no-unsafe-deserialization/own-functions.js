// options: {"dangerousFunctions": ["revive"], "validationFunctions": ["assertShape"], "safeLibraries": ["devalue"]}
function restore(text) {
  const state = revive(text);
//              ^^^^^^^^^^^^ unsafeDeserialization
  const checked = assertShape(text);
  const extra = JSON.parse(checked);
  const whole = assertShape(JSON.parse(text));
  const rest = validateInput(JSON.parse(text));
//                           ^^^^^^^^^^^^^^^^ untrustedDeserializationInput
  return eval(text) ?? { state, extra, whole, rest };
}
