// Tests put the environment back as it was.
const before = process.env.API_KEY;

export function restore() {
  if (before === undefined) {
    delete process.env.API_KEY;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  } else {
    process.env.API_KEY = before;
  }
  return !delete globalThis.apiKey;
//        ^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}
