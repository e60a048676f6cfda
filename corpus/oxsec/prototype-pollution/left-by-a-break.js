exports.set = (tree, branch, name, value) => {
  let target = tree;
  for (const known of Object.keys(tree)) {
    if (known !== branch) {
      target = tree[branch];
      break;
    }
  }
  target[name] = value;
//^^^^^^^^^^^^^^^^^^^^ prototypePollution
  return value;
};
