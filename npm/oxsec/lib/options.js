"use strict";

const LIMITS = { maxBytes: "--max-bytes", maxDepth: "--max-depth", maxSteps: "--max-steps", maxStack: "--max-stack" };
const KNOWN = ["extract", "filename", "inlineConfig", "language", "limits", "preset", "rules", "threads"];

/**
 * Returns the program's arguments for the options of `check`.
 *
 * @throws {TypeError} If an option is unknown or of another type.
 */
function programArguments(options = {}) {
  if (typeof options !== "object" || options === null) {
    throw new TypeError(`options must be an object, not ${options === null ? "null" : typeof options}`);
  }
  const unknown = Object.keys(options).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) {
    throw new TypeError(`unknown options: ${unknown.join(", ")}; there are ${KNOWN.join(", ")}`);
  }
  const { preset, rules = {}, inlineConfig = true, extract = false, language, threads, limits = {}, filename } = options;
  if (filename !== undefined && typeof filename !== "string") {
    throw new TypeError("filename must be a string");
  }
  const args = [];
  if (preset !== undefined) {
    args.push(`--preset=${[].concat(preset).join(",")}`);
  }
  for (const [id, setting] of Object.entries(rules)) {
    args.push(`--rule=${id}: ${JSON.stringify(setting)}`);
  }
  if (!inlineConfig) {
    args.push("--no-inline-config");
  }
  if (extract) {
    args.push("--extract");
  }
  if (language !== undefined) {
    args.push(`--language=${language}`);
  }
  if (threads !== undefined) {
    args.push(`--jobs=${threads}`);
  }
  for (const [name, value] of Object.entries(limits)) {
    if (!Object.hasOwn(LIMITS, name) || !Number.isSafeInteger(value) || value < 0) {
      throw new TypeError(`limits takes whole numbers for ${Object.keys(LIMITS).join(", ")}; ${name} is ${value}`);
    }
    args.push(`${LIMITS[name]}=${value}`);
  }
  return args;
}

module.exports = { programArguments };
