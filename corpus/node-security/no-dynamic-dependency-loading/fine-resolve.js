const folder = process.cwd();

module.exports = {
  find: (name) => require.resolve(name, { paths: [folder] }),
  cached: (name) => require.cache[name],
  isMain: () => require.main === module,
};
