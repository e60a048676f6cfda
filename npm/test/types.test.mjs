// The types that are shipped, as TypeScript reads them in a project that installed the packages.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { install, packed } from "./install.mjs";

/** A folder in which `typescript` and `@types/node` are installed. */
const toolchain = process.env.OXSEC_TYPESCRIPT;
const skip = !toolchain && process.env.CI !== "true" && "SKIPPED: OXSEC_TYPESCRIPT names no folder with typescript";

const CALLS = `
import { check, checkMany, checkSync, type Result, type Status } from "oxsec";
import { ESLint as Own } from "oxsec/eslint";
import { ESLint, loadESLint } from "eslint";

const result: Result = await check("eval(x)", { preset: "ecosystem", rules: { "pg/no-select-all": ["warn", {}] } });
const status: Status = checkSync("f()").status;
const many: Result[] = await checkMany(["f()", { code: "let a: string", filename: "a.ts" }], { threads: 1 });
const places: [string | null, number | undefined][] = result.messages.map((it) => [it.ruleId, it.line]);
const witness: unknown = result.messages[0]?.evidence?.witness;
const eslint: Own = new ESLint({ overrideConfig: { rules: { "pg/no-select-all": "off" } }, overrideConfigFile: true });
const linted: ESLint.LintResult[] = await eslint.lintText("f()", { filePath: "a.js" });
const text: string = await (await eslint.loadFormatter("stylish")).format(linted);
console.log(status, many, places, witness, text, ESLint.version, await loadESLint());
`;

const WRONG_CALLS = [
  'check("f()", { presett: "all" });',
  "check(5);",
  'check("f()", { language: "py" });',
  'new ESLint({ fix: "yes" });',
];

const project = skip ? undefined : install({ oxsec: packed.oxsec, eslint: packed.eslint });

function errors(source, module) {
  const extension = module === "commonjs" ? "cts" : "mts";
  const file = path.join(project, `calls.${extension}`);
  fs.writeFileSync(file, source);
  const compiler = path.join(toolchain, "node_modules", "typescript", "bin", "tsc");
  const roots = path.join(toolchain, "node_modules", "@types");
  const args = ["--noEmit", "--strict", "--target", "es2022", "--module", "node16", "--typeRoots", roots, "--types", "node"];
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...args, file], { cwd: project, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => line.includes("error TS"));
  assert.equal(status === 0, lines.length === 0, stdout);
  return lines;
}

test("calls are accepted in both module systems", { skip }, () => {
  assert.ok(toolchain, "OXSEC_TYPESCRIPT names a folder with typescript");
  assert.deepEqual(errors(CALLS, "esm"), []);
  const required = `import oxsec = require("oxsec");
    import eslint = require("eslint");
    oxsec.checkMany(["f()"]).then((results: oxsec.Result[]) => console.log(results, new eslint.ESLint()));`;
  assert.deepEqual(errors(required, "commonjs"), []);
});

test("wrong calls are errors", { skip }, () => {
  assert.ok(toolchain, "OXSEC_TYPESCRIPT names a folder with typescript");
  for (const call of WRONG_CALLS) {
    const source = `import { check } from "oxsec"; import { ESLint } from "eslint"; void [check, ESLint];\n${call}\n`;
    assert.equal(errors(source, "esm").length, 1, call);
  }
});
