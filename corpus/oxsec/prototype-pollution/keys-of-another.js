exports.mark = (tree, given, mark, value) => {
  for (const name in given) tree[name][mark] = value;
//                          ^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
