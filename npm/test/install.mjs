// Packs the packages with the built program and installs the tarballs into an empty folder, as a user has them.

import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The program under test: `OXSEC_TEST_BINARY`, or what `cargo build` or `cargo test` made. */
export const binary = path.resolve(repository, process.env.OXSEC_TEST_BINARY ?? "target/debug/oxsec");

const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "oxsec-npm-")));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

const npmEnvironment = { ...process.env, npm_config_cache: path.join(folder, "cache"), npm_config_offline: "true" };

/** Packs once; returns the tarballs by package. */
function pack() {
  // Symbols for debugging are most of a development build.
  const stripped = path.join(folder, "oxsec");
  if (spawnSync("strip", ["-o", stripped, binary]).status !== 0) {
    fs.copyFileSync(binary, stripped);
  }
  const script = path.join(repository, "npm", "scripts", "pack.mjs");
  const args = [script, "--binary", stripped, "--out", path.join(folder, "packed")];
  const [platform, oxsec, eslint] = execFileSync(process.execPath, args, { encoding: "utf8" }).trim().split("\n");
  fs.rmSync(stripped);
  return { platform, oxsec, eslint };
}

export const packed = pack();

/** Installs dependencies, by the names that they get, into a new folder and returns it. */
export function install(dependencies) {
  const project = fs.mkdtempSync(path.join(folder, "project-"));
  const specifiers = Object.entries(dependencies).map(([name, tarball]) => [name, `file:${tarball}`]);
  const manifest = { private: true, type: "module", dependencies: Object.fromEntries(specifiers) };
  fs.writeFileSync(path.join(project, "package.json"), JSON.stringify(manifest));
  const npm = spawnSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: project,
    env: npmEnvironment,
    encoding: "utf8",
  });
  if (npm.status !== 0) {
    throw new Error(`npm install failed: ${npm.stdout}${npm.stderr}`);
  }
  return project;
}

/** Runs a script in an installed project and returns its status and what it wrote. */
export function runScript(project, source, { type = "module", env = {} } = {}) {
  const script = path.join(project, type === "module" ? "script.mjs" : "script.cjs");
  fs.writeFileSync(script, source);
  return spawnSync(process.execPath, [script], {
    cwd: project,
    env: { ...process.env, ...env },
    encoding: "utf8",
    maxBuffer: Infinity,
    timeout: 300_000,
  });
}
