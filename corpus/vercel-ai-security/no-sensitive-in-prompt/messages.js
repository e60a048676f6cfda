const ai = require('ai');

module.exports = async (session, sessionToken) => {
  await ai.generateObject({ model, schema, messages: session.tokenHistory });
//                                                   ^^^^^^^^^^^^^^^^^^^^ sensitiveInPrompt
  await ai.streamObject({ model, schema, prompt: sessionToken });
//                                               ^^^^^^^^^^^^ sensitiveInPrompt
};
