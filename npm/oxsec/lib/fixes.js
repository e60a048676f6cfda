"use strict";

const BOM = "\uFEFF";

/** Applies the fixes of messages to a text, the first of several that overlap, and returns the new text. */
function applyFixes(text, messages) {
  // Ranges do not count a byte order mark.
  const mark = text.startsWith(BOM) ? BOM : "";
  const body = text.slice(mark.length);
  const fixes = messages.map((message) => message.fix).sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  let output = "";
  let end = 0;
  let lastEnd = -1;
  for (const { range, text: replacement } of fixes) {
    const [from, to] = range;
    // Two edits that touch are left for the next pass, as ESLint does.
    if (from <= lastEnd) {
      continue;
    }
    output += body.slice(end, Math.max(from, 0)) + replacement;
    end = to;
    lastEnd = to;
  }
  return mark + output + body.slice(end);
}

module.exports = { applyFixes };
