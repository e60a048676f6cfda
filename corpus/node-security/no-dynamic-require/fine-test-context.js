// options: {"allowContexts": ["test"]}
// filename: src/__tests__/plugins.js
const plugins = ['csv', 'json'];

for (const name of plugins) {
  const plugin = require(`../plugins/${name}`);
  if (typeof plugin !== 'function') throw new TypeError(name);
}
