"use strict";

const REPLACED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escape = (text) => String(text).replace(/[&<>"']/g, (character) => REPLACED[character]);
const STYLE =
  "body{font:15px system-ui,sans-serif;margin:2rem}table{border-collapse:collapse;width:100%}" +
  "td,th{padding:.3rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid #ddd}" +
  "td{white-space:pre-wrap}.error{color:#b00020}.warning{color:#8a5a00}";

/** A page that needs nothing besides itself: a table of messages by file. */
module.exports = (results, { rulesMeta }) => {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const ruleCell = (id) => {
    const url = rulesMeta[id]?.docs?.url;
    return url ? `<a href="${escape(url)}">${escape(id)}</a>` : escape(id ?? "");
  };
  const row = ({ line = 0, column = 0, message, ruleId, severity, fatal }) => {
    const level = fatal || severity === 2 ? "error" : "warning";
    return (
      `<tr><td>${line}:${column}</td><td class="${level}">${level}</td>` +
      `<td>${escape(message)}</td><td>${ruleCell(ruleId)}</td></tr>`
    );
  };
  const file = ({ filePath, errorCount, warningCount, messages }) =>
    `<tr><th colspan="4">${escape(filePath)}: ${errorCount} errors, ${warningCount} warnings</th></tr>\n` +
    messages.map(row).join("\n");
  return (
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>oxsec</title><style>${STYLE}</style></head>\n` +
    `<body><h1>${total("errorCount")} errors, ${total("warningCount")} warnings</h1>\n` +
    `<table>\n${results.map(file).join("\n")}\n</table></body></html>\n`
  );
};
