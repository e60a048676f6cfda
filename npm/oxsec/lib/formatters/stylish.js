"use strict";

const isError = (message) => message.fatal || message.severity === 2;
const plural = (word, count) => `${count} ${word}${count === 1 ? "" : "s"}`;
const sum = (results, key) => results.reduce((total, result) => total + result[key], 0);

/** Returns rows with their columns padded, all but the last. */
function table(rows) {
  const isRight = [true, false, false, false];
  const widths = isRight.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (cell, column) => (isRight[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]));
  return rows.map((row) => `  ${[...row.slice(0, -1).map(pad), row.at(-1)].join("  ")}`.trimEnd());
}

function place({ line = 0, column = 0 }) {
  return `${line}:${column}`;
}

/** A block for each file with messages and a line for each message, as ESLint's formatter of this name. */
module.exports = (results) => {
  const blocks = results
    .filter((result) => result.messages.length > 0)
    .map(({ filePath, messages }) => {
      const rows = messages.map((message) => [
        place(message),
        isError(message) ? "error" : "warning",
        message.message.replace(/([^ ])\.$/u, "$1"),
        message.ruleId ?? "",
      ]);
      return [filePath, ...table(rows)].join("\n");
    });
  const errors = sum(results, "errorCount");
  const warnings = sum(results, "warningCount");
  if (errors + warnings === 0) {
    return "";
  }
  const counts = `(${plural("error", errors)}, ${plural("warning", warnings)})`;
  let end = `✖ ${plural("problem", errors + warnings)} ${counts}`;
  const fixable = [sum(results, "fixableErrorCount"), sum(results, "fixableWarningCount")];
  if (fixable[0] + fixable[1] > 0) {
    end += `\n  ${plural("error", fixable[0])} and ${plural("warning", fixable[1])} potentially fixable with fixes.`;
  }
  return `\n${blocks.join("\n\n")}\n\n${end}\n`;
};
