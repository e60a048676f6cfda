// options: {"ignorePatterns": ["== null$", "[legacy"]}
function first(list, legacy) {
  if (list == null) return undefined;
  if (list[0] == '') return null;
//    ^^^^^^^^^^^^^ insecureComparison
  return legacy['[legacy'] == true ? list : list[0];
}
