"use strict";

/** Returns a configuration as a flat list of its objects. */
const objects = (config) => [config ?? []].flat(Infinity);

/** Returns the name by which the program knows a plugin: that of its package. */
function pluginName(namespace, plugin) {
  const name = plugin?.meta?.name;
  return typeof name === "string" && name !== "" ? name : `eslint-plugin-${namespace}`;
}

/** Returns a configuration object as JSON can carry it; plugins become `namespace:package`, as ESLint prints them. */
function plain({ plugins, rules, ...object }) {
  const kept = ["name", "basePath", "files", "ignores", "linterOptions"].filter((key) => object[key] !== undefined);
  const copy = Object.fromEntries(kept.map((key) => [key, object[key]]));
  if (plugins) {
    copy.plugins = Object.entries(plugins).map(([namespace, it]) => `${namespace}:${pluginName(namespace, it)}`);
  }
  if (rules) {
    copy.rules = rules;
  }
  const scoped = [copy.files, copy.ignores].flat(Infinity).find((pattern) => typeof pattern === "function");
  if (scoped) {
    throw new TypeError("oxsec takes patterns that are strings in a configuration, not functions");
  }
  // An object with `ignores` and one of these keys is not global, though the keys have no effect here.
  if (["language", "languageOptions", "processor", "settings"].some((key) => object[key] !== undefined)) {
    copy.settings = {};
  }
  return copy;
}

/** Returns the layer of a configuration that the constructor was given as JSON, or undefined where there is none. */
function layer(config) {
  const list = objects(config);
  return list.length > 0 ? JSON.stringify(list.map(plain)) : undefined;
}

module.exports = { layer };
