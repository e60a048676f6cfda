const cache = new Map();

function compile(route) {
  const source = new RegExp(`^${route.replace(/:\w+/g, '([^/]+)')}$`);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRegexConstruction
  cache.set(route, source);
  return source;
}

const prefix = (name) => new RegExp(name.trim());
//                                  ^^^^^^^^^^^ unsafeRegexConstruction

module.exports = { compile, prefix };
