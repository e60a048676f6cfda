// A literal holds no code of others.
export const globalObject = eval('this');

export function supportsClassFields() {
  try {
    eval('class A { #a = 1; }');
    return true;
  } catch {
    return false;
  }
}
