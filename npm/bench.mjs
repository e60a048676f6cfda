// Measures the functions of the package, and ESLint beside them where it is installed.
//
//     OXSEC_BINARY=target/release/oxsec node npm/bench.mjs [--rows 20000] [--eslint FOLDER]
//
// The texts are the answers of the sample experiment, each with its number in a comment. --eslint names a folder with
// ESLint 9 and plugins, of which `recommended` is taken.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = path.dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { check, checkMany, checkSync } = require("./oxsec/lib/index.js");

const { values } = parseArgs({ options: { rows: { type: "string", default: "20000" }, eslint: { type: "string" } } });
const sample = JSON.parse(fs.readFileSync(path.join(here, "..", "corpus", "experiment.json"), "utf8"));
const answers = Object.values(sample.models)
  .flatMap((model) => model.byPrompt)
  .flatMap((prompt) => prompt.iterations)
  .map((iteration) => iteration.code);
const codes = Array.from({ length: Number(values.rows) }, (_, id) => `${answers[id % answers.length]}\n// ${id}\n`);

const now = () => Number(process.hrtime.bigint()) / 1e6;

/** Prints the median and the 99th percentile of the calls' durations, in ms. */
async function each(name, items, work) {
  for (const item of items.slice(0, 20)) await work(item);
  const times = [];
  for (const item of items) {
    const start = now();
    await work(item);
    times.push(now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(3);
  console.log(`${name.padEnd(44)} median ${at(0.5).padStart(9)} ms, 99th percentile ${at(0.99).padStart(9)} ms`);
}

const batches = Array.from({ length: 50 }, (_, index) => codes.slice(index * 256, index * 256 + 256));
await each("check, one text", codes.slice(0, 5000), (code) => check(code));
await each("checkSync, one text", codes.slice(0, 200), (code) => checkSync(code));
await each("checkMany, 256 texts", batches, (batch) => checkMany(batch));
const start = now();
await checkMany(codes);
const seconds = (now() - start) / 1e3;
console.log(`checkMany, ${codes.length} texts: ${seconds.toFixed(2)} s, ${Math.round(codes.length / seconds)} a second`);

if (values.eslint) {
  const fromFolder = createRequire(path.join(path.resolve(values.eslint), "index.js"));
  const { ESLint } = fromFolder("eslint");
  const installed = fs.readdirSync(path.join(values.eslint, "node_modules"));
  const names = installed.filter((name) => name.startsWith("eslint-plugin-"));
  const overrideConfig = names.flatMap((name) => fromFolder(name).configs.recommended);
  const eslint = new ESLint({ overrideConfigFile: true, overrideConfig, cwd: path.resolve(values.eslint) });
  await each(`ESLint's lintText, ${names.length} plugins`, codes.slice(0, 500), (code) => eslint.lintText(code));
}
