// The class ESLint, as the published benchmark and other scripts call it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { binary, install, packed, repository, runScript } from "./install.mjs";

const platform = path.basename(packed.platform).replace(/^oxsec-|-[\d.]+\.tgz$/g, "");
// `eslint` is an alias here: scripts import it by that name.
const project = install({ oxsec: packed.oxsec, eslint: packed.eslint, [`@oxsec/${platform}`]: packed.platform });
const alias = await import(pathToFileURL(path.join(project, "node_modules/eslint/index.mjs")));
const { ESLint } = alias;

const CONFIG = `import jwt from "eslint-plugin-jwt";
import nodeSecurity from "eslint-plugin-node-security";
import pg from "eslint-plugin-pg";
import secureCoding from "eslint-plugin-secure-coding";

export default [
  { files: ["**/*.js"], languageOptions: { sourceType: "module" } },
  secureCoding.configs.recommended,
  pg.configs.recommended,
  nodeSecurity.configs.recommended,
  jwt.configs.recommended,
];
`;
const configFile = path.join(project, "benchmark.config.js");
fs.writeFileSync(configFile, CONFIG);

const EVAL = "node-security/detect-eval-with-expression";
const ids = (result) => result.messages.map((message) => message.ruleId);
const inProject = (options) => new ESLint({ cwd: project, ...options });

/** The answers of an experiment with the findings that `oxsec rescore` gives each. */
function scored(file) {
  const json = execFileSync(binary, ["rescore", file, "--format=json"], { encoding: "utf8", maxBuffer: Infinity });
  return recordedAnswers(JSON.parse(json));
}

/** The answers that an experiment records, repaired ones after those that they repair. */
function recordedAnswers(experiment) {
  const answers = [];
  for (const { byPrompt } of Object.values(experiment.models)) {
    for (const { code, violations, remediation } of byPrompt.flatMap((prompt) => prompt.iterations)) {
      if (typeof code === "string") answers.push({ code, violations });
      if (typeof remediation?.fixedCode === "string") {
        answers.push({ code: remediation.fixedCode, violations: remediation.remainingViolations });
      }
    }
  }
  return answers;
}

const asRecorded = ({ ruleId, severity, message, line, column }) => ({
  ruleId,
  severity: severity === 2 ? "error" : "warning",
  message,
  line,
  column,
});
const recorded = (violations) =>
  violations.map(({ ruleId, severity, message, line, column }) => ({ ruleId, severity, message, line, column }));
// What no rule reports (a text that does not parse, a directive that is not used) is not a finding in an experiment.
const findings = (messages) => messages.filter((message) => message.ruleId !== null).map(asRecorded);

test("an answer at a time, as the benchmark's runner lints: the findings of rescore", async () => {
  const answers = scored(path.join(repository, "corpus", "experiment.json"));
  assert.ok(answers.length > 100);
  const file = path.join(project, "generated", "answer.js");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let total = 0;
  for (const { code, violations } of answers) {
    fs.writeFileSync(file, code);
    const eslint = new ESLint({ overrideConfigFile: configFile, cwd: project });
    const results = await eslint.lintFiles([file]);
    assert.equal(results.length, 1);
    assert.equal(results[0].filePath, file);
    assert.deepEqual(findings(results[0].messages), recorded(violations));
    total += violations.length;
    fs.unlinkSync(file);
  }
  assert.ok(total > 50, `${total}`);
});

const stored = path.join(repository, "..", "shared", "stored", "overnight-7iter.json");

test("the stored experiment: the findings of rescore", { skip: !fs.existsSync(stored) && "SKIPPED: no stored experiment" }, async () => {
  const answers = scored(stored);
  assert.equal(answers.length, 1_136);
  const folder = path.join(project, "generated", "stored");
  fs.mkdirSync(folder, { recursive: true });
  const files = answers.map(({ code }, index) => {
    const file = path.join(folder, `${String(index).padStart(5, "0")}.js`);
    fs.writeFileSync(file, code);
    return file;
  });
  const results = await inProject({ overrideConfigFile: configFile }).lintFiles(files);
  fs.rmSync(folder, { recursive: true });
  assert.deepEqual(results.map((result) => result.filePath), files);
  for (const [index, { violations }] of answers.entries()) {
    assert.deepEqual(findings(results[index].messages), recorded(violations), files[index]);
  }
  // And what ESLint found at the time, as the file records it.
  const place = ({ ruleId, severity, line, column }) => `${ruleId} ${severity} ${line}:${column}`;
  const atTheTime = recordedAnswers(JSON.parse(fs.readFileSync(stored, "utf8")));
  for (const [index, { violations }] of atTheTime.entries()) {
    assert.deepEqual(findings(results[index].messages).map(place), violations.map(place), files[index]);
  }
});

test("a script that imports eslint runs, in both module systems", () => {
  const lint = `new ESLint({ overrideConfigFile: ${JSON.stringify(configFile)} }).lintText("eval(x)", { filePath: "a.js" })`;
  const esm = `import { ESLint, loadESLint } from "eslint"; import other from "eslint"; import { ESLint as own } from "oxsec/eslint";
    const [{ messages }] = await ${lint};
    console.log(messages[0].ruleId, other.ESLint === own, (await loadESLint()) === own, ESLint.version.split(".")[0]);`;
  const cjs = `const { ESLint } = require("eslint"); ${lint}.then(([it]) => console.log(it.messages[0].ruleId));`;
  const [first, second] = [runScript(project, esm), runScript(project, cjs, { type: "commonjs" })];
  assert.equal(first.stdout, `${EVAL} true true 9\n`, first.stderr);
  assert.equal(second.stdout, `${EVAL}\n`, second.stderr);
});

test("lintText names the text, the file, and what is ignored", async () => {
  const eslint = inProject({ overrideConfigFile: configFile, ignorePatterns: ["dist/"] });
  const [nameless] = await eslint.lintText("eval(x)");
  assert.equal(nameless.filePath, "<text>");
  assert.equal(nameless.source, "eval(x)");
  const [named] = await eslint.lintText("eval(x)", { filePath: "sub/a.js" });
  assert.equal(named.filePath, path.join(project, "sub", "a.js"));
  assert.deepEqual(ids(named), [EVAL]);
  const [ignored] = await eslint.lintText("eval(x)", { filePath: "dist/a.js" });
  assert.deepEqual([ignored.errorCount, ignored.warningCount], [0, 1]);
  assert.deepEqual(await eslint.lintText("eval(x)", { filePath: "dist/a.js", warnIgnored: false }), []);
  assert.equal(await eslint.isPathIgnored("dist/a.js"), true);
  assert.equal(await eslint.isPathIgnored("a.js"), false);
  assert.equal(await eslint.isPathIgnored("a.css"), false);
  assert.equal(await eslint.isPathIgnored("node_modules/a/a.js"), true);
  assert.equal(await eslint.calculateConfigForFile("dist/a.js"), undefined);
  assert.deepEqual((await eslint.calculateConfigForFile("a.js")).rules[EVAL][0], 2);
  await assert.rejects(eslint.lintText(5), /'code' must be a string/);
  await assert.rejects(eslint.lintText("x", { file: "a" }), /unknown option\(s\): file/);
});

test("configuration in the constructor lies under and over the file's", async () => {
  const lint = async (options, filePath = "a.js") => {
    const [result] = await inProject(options).lintText("eval(x)", { filePath });
    return result.messages.map(({ ruleId, severity }) => [ruleId, severity]);
  };
  const overrideConfigFile = configFile;
  assert.deepEqual(await lint({ overrideConfigFile }), [[EVAL, 2]]);
  assert.deepEqual(await lint({ overrideConfigFile, overrideConfig: { rules: { [EVAL]: "warn" } } }), [[EVAL, 1]]);
  assert.deepEqual(await lint({ overrideConfigFile, baseConfig: { rules: { [EVAL]: "warn" } } }), [[EVAL, 2]]);
  const scoped = { files: ["lib/**"], rules: { [EVAL]: "off" } };
  assert.deepEqual(await lint({ overrideConfigFile, overrideConfig: [scoped] }), [[EVAL, 2]]);
  assert.deepEqual(await lint({ overrideConfigFile, overrideConfig: [scoped] }, "lib/a.js"), []);
  // A namespace of one's own, as a plugin's module would give it.
  const plugins = { safe: { meta: { name: "eslint-plugin-node-security" }, rules: {} } };
  const own = { plugins, rules: { "safe/detect-eval-with-expression": "error" } };
  const found = await lint({ overrideConfigFile: true, overrideConfig: own });
  assert.deepEqual(found, [["safe/detect-eval-with-expression", 2]]);
  assert.deepEqual(await lint({ overrideConfigFile: true }), []);
  const quiet = await inProject({ overrideConfigFile, ruleFilter: ({ severity }) => severity === 1 }).lintText("eval(x)");
  assert.deepEqual([quiet[0].messages, quiet[0].errorCount], [[], 0]);
  const inline = inProject({ overrideConfigFile, allowInlineConfig: false });
  assert.equal((await inline.lintText("eval(x) // eslint-disable-line"))[0].errorCount, 1);
});

test("options that there are not are named as ESLint names them", () => {
  const invalid = (options, pattern) =>
    assert.throws(() => new ESLint(options), (error) => {
      assert.equal(error.code, "ESLINT_INVALID_OPTIONS");
      assert.match(error.message, pattern);
      return true;
    });
  invalid({ rules: {}, nonsense: 1 }, /^Invalid Options:\n- Unknown options: rules, nonsense\n- 'rules' has been removed/);
  invalid({ cwd: "here" }, /- 'cwd' must be an absolute path\./);
  invalid({ fix: 1, ignorePatterns: "x" }, /'fix' must be a boolean or a function\.\n- 'ignorePatterns' must be/);
});

test("patterns that name nothing are an error, unless they may", async () => {
  const overrideConfigFile = configFile;
  for (const pattern of ["missing.js", "missing/**/*.js"]) {
    await assert.rejects(inProject({ overrideConfigFile }).lintFiles(pattern), {
      message: `No files matching '${pattern}' were found.`,
      messageTemplate: "file-not-found",
    });
  }
  assert.deepEqual(await inProject({ overrideConfigFile, errorOnUnmatchedPattern: false }).lintFiles("missing.js"), []);
  assert.deepEqual(await inProject({ overrideConfigFile, passOnNoPatterns: true }).lintFiles([]), []);
  await assert.rejects(inProject().lintFiles(5), /'patterns' must be/);
  await assert.rejects(inProject({ overrideConfigFile: "absent.config.js" }).lintFiles("."), /absent\.config\.js/);
});

const FIXABLE = "const { Pool } = require('pg');\nconst pool = new Pool();\neval(x); // eslint-disable-line no-alert\n";

test("fixes give an output, and outputFixes writes it", async () => {
  const overrideConfigFile = configFile;
  const file = path.join(project, "fixable.js");
  fs.writeFileSync(file, FIXABLE);
  const [untouched] = await inProject({ overrideConfigFile }).lintFiles(file);
  const fixable = untouched.messages.filter((message) => message.fix);
  assert.equal(fixable.length, 1);
  assert.equal(untouched.output, undefined);
  const [none] = await inProject({ overrideConfigFile, fix: () => false }).lintFiles(file);
  assert.equal(none.output, undefined);
  const [kept] = await inProject({ overrideConfigFile, fix: true, fixTypes: ["layout"] }).lintFiles(file);
  assert.equal(kept.output, undefined);
  const results = await inProject({ overrideConfigFile, fix: true }).lintFiles(file);
  assert.equal(results[0].output, FIXABLE.replace("// eslint-disable-line no-alert", " "));
  const chosen = await inProject({ overrideConfigFile, fix: ({ ruleId }) => ruleId === null }).lintFiles(file);
  assert.deepEqual(chosen, results);
  const filtered = await inProject({ overrideConfigFile, fix: true, ruleFilter: () => true }).lintFiles(file);
  assert.deepEqual(filtered, results);
  const [untyped] = await inProject({ overrideConfigFile, fix: true, fixTypes: [] }).lintFiles(file);
  assert.equal(untyped.output, undefined);
  assert.deepEqual(ids(results[0]), [EVAL]);
  assert.equal(results[0].source, undefined);
  assert.equal(fs.readFileSync(file, "utf8"), FIXABLE);
  await ESLint.outputFixes(results);
  assert.equal(fs.readFileSync(file, "utf8"), results[0].output);
  fs.unlinkSync(file);
});

test("getErrorResults leaves warnings out", async () => {
  const overrideConfig = { rules: { [EVAL]: "warn" } };
  const warned = await inProject({ overrideConfigFile: configFile, overrideConfig }).lintText("eval(x)");
  const wrong = await inProject({ overrideConfigFile: configFile }).lintText("eval(x)");
  assert.deepEqual(ESLint.getErrorResults(warned), []);
  assert.deepEqual(ESLint.getErrorResults(wrong).map(ids), [[EVAL]]);
});

test("formatters: ESLint's own, a file, and what there is not", async () => {
  const eslint = inProject({ overrideConfigFile: configFile });
  const file = path.join(project, "formatted.js");
  fs.writeFileSync(file, "eval(x);\n");
  const results = await eslint.lintFiles(file);
  const format = async (name) => (await eslint.loadFormatter(name)).format(results);
  const program = (name) =>
    execFileSync("sh", ["-c", '"$0" "$@" || true', binary, "check", `--config=${configFile}`, `--format=${name}`, file], {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    });
  assert.equal((await format("stylish")).trim(), program("stylish").trim());
  assert.deepEqual(JSON.parse(await format("json")), JSON.parse(program("json")));
  assert.deepEqual(JSON.parse(await format("json-with-metadata")), JSON.parse(program("json-with-metadata")));
  assert.match(await format("html"), new RegExp(`<a href="[^"]*">${EVAL}</a>`));
  assert.ok(eslint.getRulesMetaForResults(results)[EVAL].docs.url);
  fs.writeFileSync(path.join(project, "own.cjs"), "module.exports = (results, { cwd }) => `${results.length} ${cwd}`;");
  assert.equal(await format("./own.cjs"), `1 ${project}`);
  await assert.rejects(eslint.loadFormatter("nope"), /problem loading formatter: nope/);
  fs.unlinkSync(file);
});
