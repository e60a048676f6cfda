export function matcher(flags) {
  const words = new RegExp('[a-z]+', flags);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRegexConstruction
  const lines = new RegExp(process.env.LINE, `${flags}m`);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRegexConstruction
//                         ^^^^^^^^^^^^^^^^ unsafeRegexConstruction
  return { words, lines };
}
