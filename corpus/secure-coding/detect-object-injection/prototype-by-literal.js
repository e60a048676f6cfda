function polyfill(Base) {
  Base['prototype'].size = function size() {
//^^^^^^^^^^^^^^^^^ objectInjection
    return this['items'].length;
  };
  const parent = Base['__proto__'];
//               ^^^^^^^^^^^^^^^^^ objectInjection
  Base['constructor'] = parent;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ objectInjection
}

module.exports = polyfill;
