// With more than one argument it is not Node's require.
define(function setup(require) {
  const names = ['view', 'model'];
  require(names, (view, model) => view.show(model));
  return require.toUrl(names[0]);
});
