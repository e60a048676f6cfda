const MARK = '__copied';

function copy(given) {
  let made, key;
  if (given && given.constructor === Object) {
    made = {};
    given[MARK] = true;
    for (key in given) {
      if (key !== MARK) {
        made[key] = copy(given[key]);
      }
    }
    delete given[MARK];
    return made;
  }
  if (Array.isArray(given)) {
    made = [];
    given[MARK] = true;
    for (key = 0; key < given.length; key++) {
      made.push(copy(given[key]));
    }
    delete given[MARK];
    return made;
  }
  return given;
}

function rename(object, from, to) {
  const all = { ...object };
  Object.keys(all).forEach((name) => {
    delete object[name];
    object[name === from ? to : name] = all[name];
  });
}

function renameIn(settings) {
  for (const name in settings.projects ?? {}) {
    rename(settings.projects[name], 'architect', 'targets');
  }
}

module.exports = { copy, renameIn };
