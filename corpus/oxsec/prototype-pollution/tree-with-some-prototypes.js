exports.parse = function (text) {
  const tree = {};
  for (const line of text.split('\n')) {
    const [path, value] = line.split('=');
    const names = path.split('.');
    const last = names.pop();
    let branch = tree;
    for (const name of names) {
      branch = branch[name] = branch[name] || Object.create(null);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
    branch[last] = value;
//  ^^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
  return tree;
};
