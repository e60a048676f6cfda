"use strict";

const { spawn } = require("node:child_process");
const { once } = require("node:events");
const { binaryPath } = require("./binary.js");
const { programError } = require("./program-error.js");

/** The characters of the program's standard error that are kept for the message. */
const MAX_STDERR_CHARS = 10_000;

/**
 * A running `oxsec check --stdin-jsonl`, which answers each row that is written to it.
 *
 * It keeps Node running only while rows are unanswered, and ends with it.
 */
class CoProcess {
  #child;
  #pending = new Map();
  #nextId = 0;
  #part = "";
  #stderr = "";

  /** Starts the program; `ended` is called when it is gone. */
  constructor(args, ended) {
    const child = spawn(binaryPath(), ["check", "--stdin-jsonl", ...args], { stdio: "pipe", windowsHide: true });
    this.#child = child;
    child.stdout.setEncoding("utf8").on("data", (text) => this.#read(text));
    child.stderr.setEncoding("utf8").on("data", (text) => {
      this.#stderr = (this.#stderr + text).slice(-MAX_STDERR_CHARS);
    });
    // The exit handler reports the reason.
    child.stdin.on("error", () => {});
    let isGone = false;
    const gone = (error) => {
      if (isGone) return;
      isGone = true;
      ended();
      for (const { reject } of this.#pending.values()) {
        reject(error);
      }
      this.#pending.clear();
    };
    child.on("error", gone);
    child.on("close", (status, signal) => gone(programError(status, signal, this.#stderr)));
    this.#keepNodeRunning(false);
  }

  /** Sends rows, and resolves to their answers in the same order. */
  async answer(rows) {
    const answers = rows.map(
      (_, index) =>
        new Promise((resolve, reject) => {
          this.#pending.set(this.#nextId + index, { resolve, reject });
        }),
    );
    // A failure while rows are still written is reported below.
    const all = Promise.all(answers);
    all.catch(() => {});
    this.#keepNodeRunning(true);
    const lines = rows.map((row) => `${JSON.stringify({ id: this.#nextId++, ...row })}\n`).join("");
    if (!this.#child.stdin.write(lines)) {
      await Promise.race([once(this.#child.stdin, "drain"), all, once(this.#child, "close")]).catch(() => {});
    }
    return all;
  }

  #read(text) {
    const lines = (this.#part + text).split("\n");
    this.#part = lines.pop();
    for (const line of lines) {
      const { id, ...answer } = JSON.parse(line);
      const { resolve, reject } = this.#pending.get(id);
      this.#pending.delete(id);
      if (answer.error === undefined) {
        resolve(answer);
      } else {
        reject(new Error(answer.error));
      }
    }
    if (this.#pending.size === 0) {
      this.#keepNodeRunning(false);
    }
  }

  #keepNodeRunning(keeps) {
    const { stdin, stdout, stderr } = this.#child;
    for (const handle of [this.#child, stdin, stdout, stderr]) {
      if (keeps) handle.ref?.();
      else handle.unref?.();
    }
  }
}

/** The running programs, by their arguments. */
const running = new Map();

/** Returns the running program with these arguments, which is started where there is none. */
function coProcess(args) {
  const key = JSON.stringify([process.env.OXSEC_BINARY, args]);
  let known = running.get(key);
  if (!known) {
    known = new CoProcess(args, () => running.delete(key));
    running.set(key, known);
  }
  return known;
}

module.exports = { coProcess };
