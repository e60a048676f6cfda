"use strict";

/** Returns the program's standard error without its frame, one line per paragraph. */
function plain(stderr) {
  return stderr
    .replace(/\n\s*│ ?/g, " ")
    .replace(/^\s*×\s*/, "")
    .replace(/^oxsec: /, "")
    .trim();
}

/** Returns the error for a program that ended when it should not have. */
function programError(status, signal, stderr) {
  const how = signal ? `was ended by ${signal}` : `ended with status ${status}`;
  const said = plain(stderr);
  const error = new Error(said || `the program of oxsec ${how} without an answer`);
  error.code = "OXSEC_PROGRAM_FAILED";
  error.status = status;
  error.signal = signal;
  return error;
}

module.exports = { plain, programError };
