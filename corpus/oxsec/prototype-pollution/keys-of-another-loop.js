const MARK = '__seen';

function visit(given, names) {
  let key;
  for (key in names) {
    const found = given[key];
    found[MARK] = names[key];
//  ^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
  for (key in given) {
    given[key][MARK] = true;
  }
}

module.exports = visit;
