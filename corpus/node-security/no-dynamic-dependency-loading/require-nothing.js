// require() without an argument loads nothing, and is found.
module.exports = function probe(names) {
  const results = [];
  try {
    require();
//  ^^^^^^^^^ violationDetected
  } catch (error) {
    results.push(error.code);
  }
  return results.concat(names.map((name) => require(...[name])));
//                                          ^^^^^^^^^^^^^^^^^^ violationDetected
};
