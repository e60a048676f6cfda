const ai = require('ai');

module.exports = (messages, tools) =>
  ai.streamText({
//@3 missingMaxSteps
    model,
    messages,
    tools,
    toolChoice: 'auto',
  });
