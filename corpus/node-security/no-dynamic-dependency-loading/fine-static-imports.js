import csv from './plugins/csv.js';
import json from './plugins/json.js';

const plugins = { csv, json };

export function plugin(name) {
  if (!Object.hasOwn(plugins, name)) throw new RangeError(`no plugin ${name}`);
  return plugins[name];
}
