// options: {"trustedSanitizers": ["cleanTitle"], "trustedAnnotations": ["@static"]}
function show(res, data) {
  const title = cleanTitle(data);
  // @static
  res.send('<p>fixed</p>');
  res.send('<p>not so fixed</p>');
//         ^^^^^^^^^^^^^^^^^^^^^ unsafeReplaceSanitization
  return cleanBody(data) + title;
//       ^^^^^^^^^^^^^^^ dangerousSanitizerUsage
}
