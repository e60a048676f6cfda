// options: {"trustedSanitizers": ["allocUnsafe"], "trustedAnnotations": ["@size-checked"]}
function frames(input) {
  // @size-checked in the router
  const first = Buffer.alloc(input.size);
  const second = Buffer.alloc(input.rest);
//                            ^^^^^^^^^^ userControlledResourceSize
  const third = Buffer.allocUnsafe(input.size);
  return [first, second, third];
}
