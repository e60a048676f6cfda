// The packages as they are installed: the program, the functions, both module systems.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";
import { binary, install, packed, repository, runScript } from "./install.mjs";

const project = install({
  oxsec: packed.oxsec,
  eslint: packed.eslint,
  [`@oxsec/${path.basename(packed.platform).replace(/^oxsec-|-[\d.]+\.tgz$/g, "")}`]: packed.platform,
});
const require = createRequire(path.join(project, "index.js"));
const { check, checkMany, checkSync } = require("oxsec");

const EVAL = "node-security/detect-eval-with-expression";
const ids = (result) => result.messages.map((message) => message.ruleId);

test("the command is the program", () => {
  const oxsec = (...args) => spawnSync(path.join(project, "node_modules/.bin/oxsec"), args, { encoding: "utf8" });
  const version = oxsec("--version");
  assert.equal(version.status, 0, version.stderr);
  assert.equal(version.stdout, spawnSync(binary, ["--version"], { encoding: "utf8" }).stdout);
  assert.equal(oxsec("check", "--no-such-flag").status, 2);
  const child = spawnSync(path.join(project, "node_modules/.bin/oxsec"), ["check", "--stdin", "--format=json"], {
    input: "eval(x)",
    encoding: "utf8",
  });
  assert.equal(child.status, 1);
  assert.deepEqual(ids(JSON.parse(child.stdout)[0]).includes(EVAL), true);
});

test("the command of the alias is ESLint's", () => {
  fs.writeFileSync(path.join(project, "answer.js"), "eval(x)");
  const eslint = spawnSync(path.join(project, "node_modules/.bin/eslint"), ["--format=json", "answer.js"], {
    cwd: project,
    encoding: "utf8",
  });
  assert.equal(eslint.status, 1, eslint.stderr);
  assert.deepEqual(ids(JSON.parse(eslint.stdout)[0]), [EVAL]);
});

test("check, checkSync and checkMany answer alike", async () => {
  const codes = ["eval(x)", "const a = 1;", "Sorry, I cannot", ""];
  const many = await checkMany(codes);
  for (const [index, code] of codes.entries()) {
    assert.deepEqual(await check(code), many[index]);
    assert.deepEqual(checkSync(code), many[index]);
  }
  assert.deepEqual(many.map(ids), [[EVAL], [], [null], []]);
  assert.equal(many[0].status, "code");
  assert.equal(many[0].errorCount, 1);
  assert.deepEqual(many.map((result) => result.status), ["code", "code", "refused", "empty"]);
});

test("options reach the program", async () => {
  const code = "eval(x) // eslint-disable-line";
  assert.deepEqual(ids(await check(code)), []);
  assert.deepEqual(ids(await check(code, { inlineConfig: false })), [EVAL]);
  assert.deepEqual(ids(await check("eval(x)", { preset: "jwt/strict" })), []);
  assert.deepEqual(ids(await check("eval(x)", { rules: { [EVAL]: "off" } })), []);
  assert.equal((await check("eval(x)", { rules: { [EVAL]: ["warn"] } })).warningCount, 1);
  assert.equal((await check("let a: number = 1", { filename: "a.ts" })).fatalErrorCount, 0);
  assert.equal((await check("let a: number = 1", { language: "ts" })).fatalErrorCount, 0);
  assert.equal((await check("let a: number = 1")).fatalErrorCount, 1);
  const said = "Here it is:\n\n```js\neval(x)\n```\n";
  assert.equal((await check(said)).status, "fenced");
  const extracted = await check(said, { extract: true });
  assert.deepEqual([extracted.status, ids(extracted)], ["code", [EVAL]]);
  assert.ok(extracted.extraction);
  assert.equal((await check("eval(x)", { limits: { maxBytes: 3 } })).status, "over-limit");
});

test("wrong input is an error that names it", async () => {
  for (const code of [null, undefined, 5, Buffer.from("x")]) {
    await assert.rejects(check(code), TypeError);
    assert.throws(() => checkSync(code), TypeError);
  }
  await assert.rejects(checkMany(["a", null]), /codes\[1\] must be a string, not null/);
  await assert.rejects(checkMany("eval(x)"), /an array/);
  await assert.rejects(check("x", { presett: "all" }), /unknown options: presett/);
  await assert.rejects(check("x", { preset: "nope" }), /nope/);
  assert.throws(() => checkSync("x", { preset: "nope" }), /nope/);
  assert.throws(() => checkSync("x", { limits: { maxBites: 1 } }), /maxBites/);
});

test("any string gets an answer", async () => {
  const lone = `eval(x) /* \ud800 \u2028 \0 */`;
  assert.deepEqual(ids(await check(lone)), [EVAL]);
  const long = `eval(x);${"a;".repeat(500_000)}`;
  assert.ok(ids(await check(long)).includes(EVAL));
  const many = await checkMany(Array.from({ length: 5_000 }, (_, index) => (index % 2 ? "eval(x)" : "f()")));
  assert.equal(many.length, 5_000);
  assert.ok(many.every((result, index) => result.messages.length === index % 2));
});

test("a process ends by itself while the program waits, from both module systems", () => {
  const esm = `import { check, checkMany } from "oxsec"; import oxsec from "oxsec";
    console.log((await check("eval(x)")).errorCount, (await checkMany(["eval(x)"])).length, typeof oxsec.checkSync);`;
  const cjs = `const { check } = require("oxsec"); check("eval(x)").then((it) => console.log(it.errorCount));`;
  const [first, second] = [runScript(project, esm), runScript(project, cjs, { type: "commonjs" })];
  assert.equal(first.stdout, "1 1 function\n", first.stderr);
  assert.equal(second.stdout, "1\n", second.stderr);
});

test("a program that ends in the middle is an error, and the next call starts another", () => {
  const script = `import { check, checkMany } from "oxsec"; import fs from "node:fs"; import path from "node:path";
    const children = () => fs.readdirSync("/proc").filter((pid) => {
      try { return fs.readFileSync("/proc/" + pid + "/stat", "utf8").split(") ")[1].split(" ")[1] === String(process.pid); }
      catch { return false; }
    });
    await check("f()");
    const waiting = checkMany(Array(20_000).fill("eval(x);".repeat(100)));
    children().forEach((child) => process.kill(Number(child), "SIGKILL"));
    await waiting.then(() => console.log("answered"), (error) => console.log(error.code, error.signal));
    console.log((await check("eval(x)")).errorCount);`;
  if (!fs.existsSync("/proc/self/stat")) return;
  const { stdout, stderr } = runScript(project, script);
  assert.equal(stdout, "OXSEC_PROGRAM_FAILED SIGKILL\n1\n", stderr);
});

test("without a program the error says what to do, and OXSEC_BINARY names one", () => {
  const bare = install({ oxsec: packed.oxsec });
  const script = `const { check } = require("oxsec");
    check("eval(x)").then((it) => console.log(it.errorCount), (error) => console.log(error.message));`;
  const none = runScript(bare, script, { type: "commonjs" });
  assert.match(none.stdout, /is not installed: package @oxsec\/.*OXSEC_BINARY/, none.stderr);
  const named = runScript(bare, script, { type: "commonjs", env: { OXSEC_BINARY: binary } });
  assert.equal(named.stdout, "1\n", named.stderr);
  const missing = runScript(bare, script, { type: "commonjs", env: { OXSEC_BINARY: "/nowhere/oxsec" } });
  assert.match(missing.stdout, /OXSEC_BINARY names `\/nowhere\/oxsec`/);
  const command = spawnSync(path.join(bare, "node_modules/.bin/oxsec"), ["--version"], { encoding: "utf8" });
  assert.equal(command.status, 2);
  assert.match(command.stderr, /is not installed/);
});

test("every platform of the table is an optional dependency of the same version", () => {
  const platforms = require(path.join(project, "node_modules/oxsec/lib/platforms.js"));
  const { candidates } = require(path.join(project, "node_modules/oxsec/lib/binary.js"));
  const manifest = require("oxsec/package.json");
  const names = platforms.map(({ name }) => `@oxsec/${name}`);
  assert.deepEqual(Object.keys(manifest.optionalDependencies).sort(), names.sort());
  assert.ok(Object.values(manifest.optionalDependencies).every((version) => version === manifest.version));
  const of = (...platform) => candidates(...platform).map((it) => it.name);
  assert.deepEqual(of("linux", "x64", "glibc"), ["linux-x64-gnu", "linux-x64-musl"]);
  assert.deepEqual(of("linux", "x64", "musl"), ["linux-x64-musl"]);
  assert.deepEqual(of("darwin", "arm64"), ["darwin-arm64"]);
  assert.deepEqual(of("aix", "ppc64"), []);
});

test("every platform is packed, and built by the release workflow", () => {
  const platforms = require(path.join(project, "node_modules/oxsec/lib/platforms.js"));
  const workflow = fs.readFileSync(path.join(repository, ".github", "workflows", "release.yml"), "utf8");
  const out = fs.mkdtempSync(path.join(project, "packed-"));
  const program = path.join(out, "program");
  fs.writeFileSync(program, "not run here");
  for (const { name, target, os, cpu, libc } of platforms) {
    assert.ok(workflow.includes(`target: ${target},`), `${target} is not in the release workflow`);
    const args = [path.join(repository, "npm/scripts/pack.mjs"), "--binary", program, "--platform", name, "--out", out];
    const done = spawnSync(process.execPath, args, { encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    const [tarball] = done.stdout.split("\n");
    const tar = (...args) => spawnSync("tar", args, { encoding: "utf8" }).stdout;
    assert.ok(tar("-tzf", tarball).split("\n").includes(`package/bin/oxsec${os === "win32" ? ".exe" : ""}`), name);
    const manifest = JSON.parse(tar("-xOzf", tarball, "package/package.json"));
    assert.deepEqual([manifest.name, manifest.os, manifest.cpu], [`@oxsec/${name}`, [os], [cpu]]);
    assert.deepEqual(manifest.libc, libc && [libc]);
  }
});
