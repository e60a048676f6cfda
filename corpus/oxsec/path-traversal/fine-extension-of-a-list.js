// safe: position
const fs = require('fs/promises');
const path = require('path');
const { randomUUID } = require('crypto');

const KINDS = new Set(['.csv', '.txt']);

exports.keep = async (title, text) => {
  const kind = path.extname(title).toLowerCase();
  if (!KINDS.has(kind)) throw new TypeError(`no ${kind} here`);
  await fs.writeFile(path.join('reports', randomUUID() + kind), text);
};
