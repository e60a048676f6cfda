// options: {"trustedSanitizers": ["recursiveFunc"], "trustedAnnotations": ["@bounded"]}
function work(input) {
  // @bounded by the schema
  for (const item of input.items) step(item);
  for (const item of input.others) step(item);
//                   ^^^^^^^^^^^^ uncheckedLoopCondition
}

function recursiveFunc(node) {
  return node.next ? recursiveFunc(node.next) : node;
}
