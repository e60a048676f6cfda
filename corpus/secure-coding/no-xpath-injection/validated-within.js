// What a function within a template validates is not validated yet where the template is looked at.
export function pathOf(run, raw, userName) {
  return `/users/user[@name='${run(() => { const userName = validateXPath(raw); return userName; })}'][@id='${userName}']`;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeXpathConcatenation
}
