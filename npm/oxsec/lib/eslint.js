"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const { createRequire } = require("node:module");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { binaryPath } = require("./binary.js");
const { layer } = require("./eslint-config.js");
const { processOptions } = require("./eslint-options.js");
const { applyFixes } = require("./fixes.js");
const { plain, programError } = require("./program-error.js");

/** The version of ESLint whose results the program's agree with. */
const ESLINT_VERSION = "9.39.2";

/** The maximum number of passes in which a text is fixed. */
const MAX_FIX_PASSES = 10;

/** The characters of paths in one call of the program; Windows takes 32,767 altogether. */
const MAX_PATH_CHARS = process.platform === "win32" ? 20_000 : 100_000;

/** The program's formats that are ESLint's own. */
const FORMATTERS = ["html", "json", "json-with-metadata", "stylish"];

const isError = (message) => message.fatal === true || message.severity === 2;
const isText = (value) => typeof value === "string" && value.trim() !== "";

class ESLint {
  #options;
  #rulesMeta = {};

  static configType = "flat";

  static get version() {
    return ESLINT_VERSION;
  }

  static async outputFixes(results) {
    if (!Array.isArray(results)) {
      throw new Error("'results' must be an array");
    }
    if (results.some((result) => typeof result !== "object" || result === null)) {
      throw new Error("'results' must include only objects");
    }
    for (const { filePath, output } of results) {
      if (typeof output === "string" && path.isAbsolute(filePath)) {
        await fs.promises.writeFile(filePath, output);
      }
    }
  }

  static getErrorResults(results) {
    return results
      .map((result) => ({
        ...result,
        messages: result.messages.filter(isError),
        suppressedMessages: result.suppressedMessages.filter(isError),
        warningCount: 0,
        fixableWarningCount: 0,
      }))
      .filter((result) => result.messages.length > 0)
      .map((result) => ({ ...result, errorCount: result.messages.length }));
  }

  constructor(options = {}) {
    this.#options = processOptions(options);
    if (this.#options.fix === true && options.ruleFilter) {
      // The program does not know the filter, and would fix findings that it leaves out.
      this.#options.fix = () => true;
    }
  }

  async lintFiles(patterns) {
    const named = await this.#patterns(patterns);
    const results = [];
    for (const some of chunks(named)) {
      results.push(...(await this.#lint([...this.#fileArguments(), "--", ...some])));
    }
    if (named.length > 1) {
      // Patterns of different calls may mean the same file.
      const byPath = new Map(results.map((result) => [result.filePath, result]));
      results.splice(0, results.length, ...byPath.values());
    }
    const fixed = [];
    for (const result of results) {
      fixed.push(await this.#fixed(result));
    }
    return sorted(fixed);
  }

  async lintText(code, options = {}) {
    if (typeof code !== "string") {
      throw new Error("'code' must be a string");
    }
    if (typeof options !== "object") {
      throw new Error("'options' must be an object, null, or undefined");
    }
    const { filePath, warnIgnored = this.#options.warnIgnored, ...unknown } = options ?? {};
    if (Object.keys(unknown).length > 0) {
      throw new Error(`'options' must not include the unknown option(s): ${Object.keys(unknown).join(", ")}`);
    }
    if (filePath !== undefined && !isText(filePath)) {
      throw new Error("'options.filePath' must be a non-empty string or undefined");
    }
    if (typeof warnIgnored !== "boolean") {
      throw new Error("'options.warnIgnored' must be a boolean or undefined");
    }
    const [result] = await this.#lintText(code, filePath);
    if (!result || (!warnIgnored && isIgnoreWarning(result))) {
      return [];
    }
    return [await this.#fixed(result, code, filePath)];
  }

  async loadFormatter(name = "stylish") {
    if (typeof name !== "string") {
      throw new Error("'name' must be a string");
    }
    const format = await loadFormat(name.replaceAll("\\", "/"), this.#options.cwd);
    return {
      format: (results, resultsMeta) => {
        results.sort(byFilePath);
        const eslint = this;
        return format(results, {
          ...resultsMeta,
          cwd: this.#options.cwd,
          get rulesMeta() {
            return eslint.getRulesMetaForResults(results);
          },
        });
      },
    };
  }

  async calculateConfigForFile(filePath) {
    if (!isText(filePath)) {
      throw new Error("'filePath' must be a non-empty string");
    }
    return this.#printConfig(filePath, []);
  }

  async isPathIgnored(filePath) {
    if ((await this.calculateConfigForFile(filePath)) !== undefined) {
      return false;
    }
    const { cwd, ignore } = this.#options;
    // The contents of a folder that ESLint never enters stay ignored with --no-ignore; another file is ignored if
    // --no-ignore includes it.
    const folders = path.relative(cwd, path.resolve(cwd, filePath)).split(path.sep);
    if (folders.includes("node_modules") || folders.includes(".git")) {
      return true;
    }
    return ignore && (await this.#printConfig(filePath, ["--no-ignore"])) !== undefined;
  }

  async findConfigFile(filePath) {
    const { overrideConfigFile, cwd } = this.#options;
    if (overrideConfigFile) {
      return overrideConfigFile === true ? undefined : path.resolve(cwd, overrideConfigFile);
    }
    const extensions = ["js", "mjs", "cjs", "ts", "mts", "cts"];
    const names = ["oxsec.toml", ...extensions.map((extension) => `eslint.config.${extension}`)];
    for (let folder = filePath ? path.dirname(path.resolve(cwd, filePath)) : cwd; ; folder = path.dirname(folder)) {
      const found = names.map((name) => path.join(folder, name)).find((file) => fs.existsSync(file));
      if (found || folder === path.dirname(folder)) {
        return found;
      }
    }
  }

  getRulesMetaForResults(results) {
    const messages = results.flatMap((result) => [...result.messages, ...result.suppressedMessages]);
    const ids = new Set(messages.map((message) => message.ruleId).filter((id) => id && this.#rulesMeta[id]));
    return Object.fromEntries([...ids].map((id) => [id, this.#rulesMeta[id]]));
  }

  hasFlag(flag) {
    return this.#options.flags.includes(flag);
  }

  /** Returns the patterns to lint, after a check that they name something. */
  async #patterns(patterns) {
    const { cwd, errorOnUnmatchedPattern, globInputPaths, passOnNoPatterns } = this.#options;
    if (patterns === "" || (Array.isArray(patterns) && patterns.length === 0)) {
      return passOnNoPatterns ? [] : ["."];
    }
    const named = [patterns].flat();
    if (!named.every(isText)) {
      throw new Error("'patterns' must be a non-empty string or an array of non-empty strings");
    }
    const isMissing = (pattern) =>
      (!globInputPaths || !/[*?[\]{}!()]/.test(pattern)) && !fs.existsSync(path.resolve(cwd, pattern));
    const missing = named.find(isMissing);
    if (missing !== undefined && errorOnUnmatchedPattern) {
      throw unmatched(missing, !globInputPaths);
    }
    return named.filter((pattern) => !isMissing(pattern));
  }

  /** Returns the program's arguments that say which configuration applies. */
  #configArguments() {
    const { allowInlineConfig, baseConfig, ignore, ignorePatterns, overrideConfig, overrideConfigFile } = this.#options;
    const args = [];
    if (overrideConfigFile === true) {
      args.push("--no-config-lookup", "--preset=none");
    } else if (overrideConfigFile) {
      args.push(`--config=${overrideConfigFile}`);
    }
    const base = layer(baseConfig);
    const over = layer(overrideConfig);
    if (base) args.push(`--base-config=${base}`);
    if (over) args.push(`--override-config=${over}`);
    if (!allowInlineConfig) args.push("--no-inline-config");
    if (!ignore) args.push("--no-ignore");
    args.push(...(ignorePatterns ?? []).map((pattern) => `--ignore-pattern=${pattern}`));
    return args;
  }

  #fileArguments() {
    const { concurrency, errorOnUnmatchedPattern, warnIgnored } = this.#options;
    const args = [`--concurrency=${concurrency}`];
    if (!errorOnUnmatchedPattern) args.push("--no-error-on-unmatched-pattern");
    if (!warnIgnored) args.push("--no-warn-ignored");
    return args;
  }

  #lintText(code, filePath) {
    return this.#lint(["--stdin", ...(filePath === undefined ? [] : [`--stdin-filename=${filePath}`])], code);
  }

  /** Returns the program's results for these arguments, and keeps its metadata of the rules. */
  async #lint(args, input) {
    const { cwd, fix, fixTypes, ruleFilter, stats } = this.#options;
    // The class reads no suppressions file, as ESLint's does not.
    const own = ["--format=json-with-metadata", "--no-suppressions", ...this.#configArguments()];
    if (stats) own.push("--stats");
    // Without types nothing is fixed; the program would apply all fixes.
    if (fix === true && fixTypes?.length !== 0) {
      own.push("--fix-dry-run", ...(fixTypes ?? []).map((type) => `--fix-type=${type}`));
    }
    const { status, signal, stdout, stderr } = await run(["check", ...own, ...args], cwd, input);
    if ((status !== 0 && status !== 1 && stdout === "") || status === null) {
      const glob = /no file matches the glob `(.*?)`/s.exec(plain(stderr));
      throw glob ? unmatched(glob[1], false) : programError(status, signal, stderr);
    }
    const { results, metadata } = JSON.parse(stdout);
    Object.assign(this.#rulesMeta, metadata.rulesMeta);
    const isKept = ({ ruleId, severity }) => ruleId === null || ruleFilter({ ruleId, severity });
    results.forEach((result) => keep(result, isKept));
    return results;
  }

  async #printConfig(filePath, more) {
    const { cwd } = this.#options;
    const args = ["check", ...this.#configArguments(), ...more, `--print-config=${filePath}`];
    const { status, signal, stdout, stderr } = await run(args, cwd);
    if (status !== 0) {
      throw programError(status, signal, stderr);
    }
    return stdout.trim() === "undefined" ? undefined : JSON.parse(stdout);
  }

  /**
   * Applies the fixes that the function `fix` chooses to the result's text, again and again until there are none.
   * Those of `fix: true` the program has applied.
   */
  async #fixed(result, code = result.source, filePath = result.filePath) {
    if (typeof this.#options.fix !== "function") {
      return result;
    }
    let output = code;
    let latest = result;
    for (let pass = 0; pass < MAX_FIX_PASSES; pass += 1) {
      const fixable = latest.messages.filter((message) => message.fix && this.#fixes(message));
      if (fixable.length === 0 || latest.fatalErrorCount > 0) {
        break;
      }
      output = applyFixes(output, fixable);
      [latest] = await this.#lintText(output, filePath);
    }
    if (output === code) {
      return result;
    }
    const { source: _, ...rest } = latest;
    return { ...rest, filePath: result.filePath, output };
  }

  #fixes(message) {
    const { fix, fixTypes } = this.#options;
    // The rules that have fixes are all of the type `problem`.
    const type = message.ruleId === null ? "directive" : "problem";
    return (fixTypes === null || fixTypes.includes(type)) && fix(message);
  }
}

/** Keeps those messages of a result that `isKept` accepts, and counts again. */
function keep(result, isKept) {
  const kept = result.messages.filter(isKept);
  result.suppressedMessages = result.suppressedMessages.filter(isKept);
  if (kept.length === result.messages.length) {
    return;
  }
  const count = (accepts) => kept.filter(accepts).length;
  result.messages = kept;
  result.errorCount = count(isError);
  result.warningCount = count((message) => !isError(message));
  result.fixableErrorCount = count((message) => isError(message) && message.fix);
  result.fixableWarningCount = count((message) => !isError(message) && message.fix);
}

/** Returns whether a result is only the warning that its file is not checked. */
function isIgnoreWarning({ messages: [only, ...others] }) {
  return only !== undefined && others.length === 0 && only.ruleId === null && !only.fatal && only.line === undefined;
}

const byFilePath = (one, other) => (one.filePath < other.filePath ? -1 : Number(one.filePath > other.filePath));
const sorted = (results) => results.sort(byFilePath);

/** Splits paths so that each part fits on a command line. */
function* chunks(paths) {
  let some = [];
  let chars = 0;
  for (const name of paths) {
    if (chars + name.length > MAX_PATH_CHARS && some.length > 0) {
      yield some;
      some = [];
      chars = 0;
    }
    some.push(name);
    chars += name.length + 1;
  }
  if (some.length > 0) {
    yield some;
  }
}

/** Returns ESLint's error for a pattern that names no file. */
function unmatched(pattern, globDisabled) {
  const error = new Error(`No files matching '${pattern}'${globDisabled ? " were found, globs being disabled." : " were found."}`);
  error.messageTemplate = "file-not-found";
  error.messageData = { pattern, globDisabled };
  return error;
}

/** Runs the program to its end. */
function run(args, cwd, input = "") {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: "1" };
    const child = spawn(binaryPath(), args, { cwd, env, stdio: "pipe", windowsHide: true });
    const [stdout, stderr] = [[], []];
    child.stdout.on("data", (bytes) => stdout.push(bytes));
    child.stderr.on("data", (bytes) => stderr.push(bytes));
    child.on("error", reject);
    child.on("close", (status, signal) => {
      resolve({ status, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
    // A program that ends without reading its input reports the reason.
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** Returns the function of a formatter: a package, a file, or one of ESLint's own. */
async function loadFormat(name, cwd) {
  let file;
  if (!name.startsWith("@") && name.includes("/")) {
    file = path.resolve(cwd, name);
  } else {
    try {
      file = createRequire(path.join(cwd, "__placeholder__.js")).resolve(formatterPackage(name));
    } catch {
      if (!FORMATTERS.includes(name)) {
        throw new Error(
          `There was a problem loading formatter: ${name} is not one of ${FORMATTERS.join(", ")}, and no package ` +
            `${formatterPackage(name)} is installed`,
        );
      }
      return require(`./formatters/${name}.js`);
    }
  }
  let loaded;
  try {
    loaded = (await import(pathToFileURL(file))).default;
  } catch (error) {
    error.message = `There was a problem loading formatter: ${file}\nError: ${error.message}`;
    throw error;
  }
  if (typeof loaded !== "function") {
    throw new TypeError(`Formatter must be a function, but got a ${typeof loaded}.`);
  }
  return loaded;
}

function formatterPackage(name) {
  if (!name.startsWith("@")) {
    return name.startsWith("eslint-formatter-") ? name : `eslint-formatter-${name}`;
  }
  const [scope, own = ""] = name.split("/");
  if (own === "" || own === "eslint-formatter") {
    return `${scope}/eslint-formatter`;
  }
  return `${scope}/${own.startsWith("eslint-formatter-") ? own : `eslint-formatter-${own}`}`;
}

/** Returns the class, as ESLint's function of this name does. */
async function loadESLint({ useFlatConfig = true } = {}) {
  if (!useFlatConfig) {
    throw new Error("oxsec reads ESLint's flat configuration only; leave `useFlatConfig: false` out");
  }
  return ESLint;
}

exports.ESLint = ESLint;
exports.loadESLint = loadESLint;
