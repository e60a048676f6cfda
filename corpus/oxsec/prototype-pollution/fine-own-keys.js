exports.mark = (tree, mark, value) => {
  for (const name in tree) tree[name][mark] = value;
  Object.keys(tree).forEach((name) => {
    const branch = tree[name];
    branch[mark] = value;
  });
};
