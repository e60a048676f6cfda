// safe: position
exports.set = (tree, branch, name, value) => {
  let target = tree;
  if (branch !== undefined) {
    target = tree[branch];
    return target.size;
  }
  target[name] = value;
  return value;
};
