const ai = require('ai');

module.exports = async (prompt) => {
  const result = await ai.generateObject({ model, schema, prompt });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuditLogging
  console.log('asked', result.usage);
  return result.object;
};
