// Packs the Node packages: `node pack.mjs --binary PROGRAM [--platform linux-x64-gnu] [--out FOLDER]`.
//
// Writes the tarballs of `oxsec`, of `@oxsec/eslint`, and of the platform's package with the program in it, to FOLDER
// and prints their paths, a line each. The platform is this machine's unless it is named.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const require = createRequire(import.meta.url);
const here = path.join(path.dirname(fileURLToPath(import.meta.url)), "..");
const platforms = require("../oxsec/lib/platforms.js");
const { candidates } = require("../oxsec/lib/binary.js");

const { values } = parseArgs({
  options: { binary: { type: "string" }, platform: { type: "string" }, out: { type: "string", default: "." } },
});
if (!values.binary || !fs.existsSync(values.binary)) {
  console.error("pack.mjs: name the built program: --binary target/release/oxsec");
  process.exit(2);
}
const name = values.platform ?? candidates()[0]?.name;
const platform = platforms.find((it) => it.name === name);
if (!platform) {
  console.error(`pack.mjs: there is no platform ${name}; there are ${platforms.map((it) => it.name).join(", ")}`);
  process.exit(2);
}

const out = path.resolve(values.out);
fs.mkdirSync(out, { recursive: true });
const staging = fs.mkdtempSync(path.join(os.tmpdir(), "oxsec-pack-"));
try {
  for (const folder of ["oxsec", "eslint"]) {
    fs.cpSync(path.join(here, folder), path.join(staging, folder), { recursive: true });
  }
  fs.copyFileSync(path.join(here, "README.md"), path.join(staging, "oxsec", "README.md"));
  writePlatform(path.join(staging, platform.name));
  for (const folder of [platform.name, "oxsec", "eslint"]) {
    const told = execFileSync("npm", ["pack", "--json", "--pack-destination", out], {
      cwd: path.join(staging, folder),
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      shell: process.platform === "win32",
    });
    const packed = Object.values(JSON.parse(told))[0];
    console.log(path.join(out, packed.filename));
  }
} finally {
  fs.rmSync(staging, { recursive: true, force: true });
}

function writePlatform(folder) {
  const { version, license, repository, engines } = require("../oxsec/package.json");
  const program = `bin/oxsec${platform.os === "win32" ? ".exe" : ""}`;
  fs.mkdirSync(path.join(folder, "bin"), { recursive: true });
  fs.copyFileSync(values.binary, path.join(folder, program));
  fs.chmodSync(path.join(folder, program), 0o755);
  const manifest = {
    name: `@oxsec/${platform.name}`,
    version,
    description: `The program of oxsec for ${platform.target}`,
    license,
    repository,
    engines,
    os: [platform.os],
    cpu: [platform.cpu],
    ...(platform.libc && { libc: [platform.libc] }),
    files: ["bin"],
  };
  fs.writeFileSync(path.join(folder, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}
