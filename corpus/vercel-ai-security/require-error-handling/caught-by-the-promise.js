const ai = require('ai');

module.exports = (prompt) =>
  ai
//@3 missingErrorHandling
//@3 missingErrorHandling
//@3 missingErrorHandling
    .generateObject({ model, schema, prompt })
    .then((result) => result.object)
    .catch(() => null);
