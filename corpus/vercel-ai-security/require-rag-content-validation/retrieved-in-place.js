const ai = require('ai');

module.exports = async (retriever, question) =>
  ai.streamText({
    model,
    system: `Know this: ${await retriever.retrieve(question)}`,
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsanitizedRagContent
    prompt: await retriever.search(question),
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsanitizedRagContent
  });
