const ai = require('ai');

module.exports = {
  now: ai.tool({ description: 'Tells the time', execute: () => new Date().toISOString() }),
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingInputSchema
  sum: ai?.tool({ 'inputSchema': {}, execute: ({ a, b }) => a + b }),
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingInputSchema
};
