const path = require('node:path');

async function loadDump(client, name) {
  const file = path.join('/var/lib/dumps', name);
  const result = await client.query("COPY measurements FROM '" + file + "' CSV");
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicPath
  console.log(result.rowCount, 'rows from', file);
  return result.rowCount;
}

module.exports = loadDump;
