"use strict";

const fs = require("node:fs");
const platforms = require("./platforms.js");

/** Returns the C library of this Linux, as npm names it. */
function libc() {
  // Looking up the host's names would take seconds where there is no network.
  process.report.excludeNetwork = true;
  return process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
}

/** Returns the packages whose program runs on this machine, the best one first. */
function candidates(os = process.platform, cpu = process.arch, libcHere = os === "linux" ? libc() : undefined) {
  const fitting = platforms.filter((platform) => platform.os === os && platform.cpu === cpu);
  // The musl build is linked statically, so it runs beside glibc too.
  return fitting
    .filter((platform) => !platform.libc || platform.libc === libcHere || platform.libc === "musl")
    .sort((one, other) => Number(other.libc === libcHere) - Number(one.libc === libcHere))
    .map((platform) => ({ ...platform, package: `@oxsec/${platform.name}` }));
}

let found;

/**
 * Returns the path of the program: `OXSEC_BINARY`, or that of the package for this platform.
 *
 * @throws {Error} If `OXSEC_BINARY` is not a file, or no package for this platform is installed.
 */
function binaryPath() {
  const override = process.env.OXSEC_BINARY;
  if (override) {
    if (!fs.existsSync(override)) {
      throw new Error(`OXSEC_BINARY names \`${override}\`, and there is no such file`);
    }
    return override;
  }
  found ??= locate();
  return found;
}

function locate() {
  const fitting = candidates();
  for (const platform of fitting) {
    try {
      return require.resolve(`${platform.package}/bin/oxsec${platform.os === "win32" ? ".exe" : ""}`);
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") {
        throw error;
      }
    }
  }
  const here = `${process.platform} ${process.arch}`;
  if (fitting.length === 0) {
    throw new Error(
      `oxsec has no program for ${here}. There is one for ${platforms.map(({ name }) => name).join(", ")}. ` +
        "Build it with `cargo install oxsec`, and name it in the environment variable OXSEC_BINARY.",
    );
  }
  throw new Error(
    `The program of oxsec for ${here} is not installed: package ${fitting.map((it) => it.package).join(" or ")}. ` +
      "It is an optional dependency of oxsec: install without --omit=optional (--no-optional), and on the platform " +
      "that it runs on, or name a program in the environment variable OXSEC_BINARY.",
  );
}

module.exports = { binaryPath, candidates };
