const ai = require('ai');

module.exports = (messages) =>
  ai.streamText({
//@3 missingMaxTokens
    model,
    messages,
    temperature: 0.2,
    max: 100,
  });
