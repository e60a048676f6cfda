"use strict";

const { spawn } = require("node:child_process");
const os = require("node:os");
const { binaryPath } = require("./binary.js");

/** Runs the program with these arguments in place of this process: the same streams, signals and exit status. */
function launch(args) {
  let program;
  try {
    program = binaryPath();
  } catch (error) {
    console.error(`oxsec: ${error.message}`);
    process.exitCode = 2;
    return;
  }
  const child = spawn(program, args, { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends SIGINT to both; the program's reaction decides how both end.
    process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
  }
  child.on("error", (error) => {
    console.error(`oxsec: ${program} cannot be started: ${error.message}`);
    process.exitCode = 2;
  });
  child.on("exit", (status, signal) => {
    process.exit(status ?? 128 + os.constants.signals[signal]);
  });
}

module.exports = { launch };
