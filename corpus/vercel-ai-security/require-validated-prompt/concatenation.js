const ai = require('ai');

module.exports = (searchQuery) =>
  ai.generateObject({
    model,
    schema,
    'prompt': 'Sort what follows by topic: ' + searchQuery.query,
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafePrompt
    system: 'You sort.' + (searchQuery.message + '!'),
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeSystemPrompt
  });
