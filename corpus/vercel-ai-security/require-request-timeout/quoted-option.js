const ai = require('ai');

module.exports = (schema, prompt) => ai.generateObject({ model, schema, prompt, 'timeout': 5000 });
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingTimeout
