const ai = require('ai');

module.exports = (role, messages) => ai.streamText({ model, system: 'You are a ' + role + '.', messages });
//                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ dynamicSystemPrompt
