"use strict";

const { spawnSync } = require("node:child_process");
const { binaryPath } = require("./binary.js");
const { coProcess } = require("./coprocess.js");
const { programArguments } = require("./options.js");
const { programError } = require("./program-error.js");

/** The rows, and the approximate characters, that are written to the program at once. */
const MAX_BATCH_ROWS = 512;
const MAX_BATCH_CHARS = 1 << 20;

/** Returns the program's row for a text, or for an object `{ code, filename }`. */
function row(item, filename, what) {
  const { code, ...own } = typeof item === "object" && item !== null ? item : { code: item };
  if (typeof code !== "string") {
    throw new TypeError(`${what} must be a string, not ${code === null ? "null" : typeof code}`);
  }
  const name = own.filename ?? filename;
  if (name !== undefined && typeof name !== "string") {
    throw new TypeError(`the filename of ${what} must be a string`);
  }
  return name === undefined ? { code } : { code, filename: name };
}

function result({ filePath = "<text>", ...answer }) {
  return { filePath, ...answer };
}

async function check(code, options) {
  const args = programArguments(options);
  const one = row(code, options?.filename, "the code");
  const [answer] = await coProcess(args).answer([one]);
  return result(answer);
}

function checkSync(code, options) {
  const args = programArguments(options);
  const one = row(code, options?.filename, "the code");
  const { error, status, signal, stdout, stderr } = spawnSync(binaryPath(), ["check", "--stdin-jsonl", ...args], {
    input: `${JSON.stringify({ id: 0, ...one })}\n`,
    encoding: "utf8",
    maxBuffer: Infinity,
    windowsHide: true,
  });
  if (error) {
    throw error;
  }
  if (status !== 0 && status !== 1) {
    throw programError(status, signal, stderr);
  }
  const { id: _, ...answer } = JSON.parse(stdout);
  return result(answer);
}

async function checkMany(codes, options) {
  if (typeof codes === "string" || typeof codes?.[Symbol.iterator] !== "function") {
    throw new TypeError("codes must be an array, or another iterable, of strings or { code, filename }");
  }
  const args = programArguments(options);
  const rows = Array.from(codes, (item, index) => row(item, options?.filename, `codes[${index}]`));
  const results = [];
  const collect = (answers) => answers.forEach((answer) => results.push(result(answer)));
  // The program works on one batch while the answers to the one before are read.
  let before = Promise.resolve([]);
  for (const batch of batches(rows)) {
    const now = coProcess(args).answer(batch);
    now.catch(() => {});
    collect(await before);
    before = now;
  }
  collect(await before);
  return results;
}

function* batches(rows) {
  let start = 0;
  let chars = 0;
  for (const [index, { code }] of rows.entries()) {
    chars += code.length;
    if (index + 1 - start === MAX_BATCH_ROWS || chars >= MAX_BATCH_CHARS) {
      yield rows.slice(start, index + 1);
      start = index + 1;
      chars = 0;
    }
  }
  if (start < rows.length) {
    yield rows.slice(start);
  }
}

module.exports = { check, checkMany, checkSync };
