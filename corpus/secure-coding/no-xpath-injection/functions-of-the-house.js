// options: {"xpathFunctions": ["findNodes"], "safeXpathConstructors": ["xp"], "xpathValidationFunctions": ["checked"], "strictMode": true}
function entries(doc, input) {
  const valid = checked(input);
  const pathExpression = input;
//                       ^^^^^ xpathInjection
  const otherPath = xp(() => {
    const path = input;
    return path;
  });
  const searched = sanitize(input);
  findNodes(searched, doc);
//          ^^^^^^^^ unvalidatedXpathInput
  findNodes(pathExpression, doc);
  return [findNodes(input, doc), findNodes(valid, doc), findNodes(otherPath, doc)];
//                  ^^^^^ unvalidatedXpathInput
}
