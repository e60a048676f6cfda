// options: {"allowInTests": true}
function sameName(a, b) {
  return a.name == b.name;
//       ^^^^^^^^^^^^^^^^ insecureComparison
}
