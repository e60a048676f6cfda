type Settings = { [name: string]: unknown };

export function assign<T extends Settings>(target: T, given: Settings): T {
  Object.entries(given).forEach(([name, value]) => {
    if (value !== null && typeof value === 'object' && typeof target[name] === 'object') {
      assign(target[name] as Settings, value as Settings);
    } else {
      (target as Settings)[name] = value;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  });
  return target;
}
