const ai = require('ai');

module.exports = function rows(prompt) {
  return ai.streamObject({
//@10 missingAbortSignal
    model,
    schema,
    prompt,
    onFinish: () => {},
  });
};
