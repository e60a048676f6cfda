"use strict";

const path = require("node:path");

const isText = (value) => typeof value === "string" && value.trim() !== "";
const isTexts = (value) => Array.isArray(value) && value.every(isText);
const isBoolean = (value) => typeof value === "boolean";
const isObject = (value) => typeof value === "object";
const FIX_TYPES = ["directive", "problem", "suggestion", "layout"];

/** The options of the constructor, each with its default, its test, and ESLint's message for a wrong value. */
const OPTIONS = {
  allowInlineConfig: [true, isBoolean, "a boolean"],
  applySuppressions: [false, isBoolean, "a boolean"],
  baseConfig: [null, isObject, "an object or null"],
  cache: [false, isBoolean, "a boolean"],
  cacheLocation: [".eslintcache", isText, "a non-empty string"],
  cacheStrategy: ["metadata", (it) => it === "metadata" || it === "content", 'any of "metadata", "content"'],
  concurrency: [
    "off",
    (it) => it === "off" || it === "auto" || (Number.isInteger(it) && it > 0),
    'a positive integer, "auto", or "off"',
  ],
  cwd: [undefined, (it) => isText(it) && path.isAbsolute(it), "an absolute path"],
  errorOnUnmatchedPattern: [true, isBoolean, "a boolean"],
  fix: [false, (it) => isBoolean(it) || typeof it === "function", "a boolean or a function"],
  fixTypes: [
    null,
    (it) => it === null || (Array.isArray(it) && it.every((type) => FIX_TYPES.includes(type))),
    'an array of any of "directive", "problem", "suggestion", and "layout"',
  ],
  flags: [[], isTexts, "an array of non-empty strings"],
  globInputPaths: [true, isBoolean, "a boolean"],
  ignore: [true, isBoolean, "a boolean"],
  ignorePatterns: [null, (it) => it === null || isTexts(it), "an array of non-empty strings or null"],
  overrideConfig: [null, isObject, "an object or null"],
  overrideConfigFile: [null, (it) => it === null || it === true || isText(it), "a non-empty string, null, or true"],
  passOnNoPatterns: [false, isBoolean, "a boolean"],
  plugins: [{}, isObject, "an object or null"],
  ruleFilter: [() => true, (it) => typeof it === "function", "a function"],
  stats: [false, isBoolean, "a boolean"],
  suppressionsLocation: ["eslint-suppressions.json", isText, "a non-empty string"],
  warnIgnored: [true, isBoolean, "a boolean"],
};

/** Options of ESLint's older class, and what to use in their place. */
const REMOVED = {
  cacheFile: "Please use the 'cacheLocation' option instead.",
  configFile: "Please use the 'overrideConfigFile' option instead.",
  envs: "",
  extensions: "",
  globals: "Please use the 'overrideConfig.languageOptions.globals' option instead.",
  ignorePath: "",
  ignorePattern: "Please use the 'ignorePatterns' option instead.",
  parser: "Please use the 'overrideConfig.languageOptions.parser' option instead.",
  parserOptions: "Please use the 'overrideConfig.languageOptions.parserOptions' option instead.",
  reportUnusedDisableDirectives:
    "Please use the 'overrideConfig.linterOptions.reportUnusedDisableDirectives' option instead.",
  resolvePluginsRelativeTo: "",
  rulePaths: "",
  rules: "Please use the 'overrideConfig.rules' option instead.",
  useEslintrc: "",
};

class InvalidOptions extends Error {
  code = "ESLINT_INVALID_OPTIONS";

  constructor(troubles) {
    super(`Invalid Options:\n- ${troubles.join("\n- ")}`);
    this.name = "ESLintInvalidOptionsError";
  }
}

/**
 * Returns the constructor's options with their defaults.
 *
 * @throws {InvalidOptions} If there are unknown ones, wrong values, or ones that need ESLint itself.
 */
function processOptions(given) {
  const troubles = [];
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(OPTIONS, name));
  if (unknown.length > 0) {
    troubles.push(`Unknown options: ${unknown.join(", ")}`);
    const removed = unknown.filter((name) => Object.hasOwn(REMOVED, name));
    troubles.push(...removed.map((name) => `'${name}' has been removed. ${REMOVED[name]}`.trimEnd()));
  }
  const options = {};
  for (const [name, [preset, accepts, expected]] of Object.entries(OPTIONS)) {
    const value = given[name] === undefined ? preset : given[name];
    options[name] = value;
    if (value !== undefined && !accepts(value)) {
      troubles.push(`'${name}' must be ${expected}.`);
    }
  }
  options.cwd = path.normalize(options.cwd ?? process.cwd());
  if (Object.keys(options.plugins ?? {}).length > 0) {
    troubles.push("'plugins' holds rules in JavaScript, which oxsec does not run.");
  }
  if (options.applySuppressions === true) {
    troubles.push("'applySuppressions' is not supported by oxsec.");
  }
  if (troubles.length > 0) {
    throw new InvalidOptions(troubles);
  }
  return options;
}

module.exports = { processOptions };
