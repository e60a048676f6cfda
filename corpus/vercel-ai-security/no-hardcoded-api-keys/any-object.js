module.exports = {
  slack: { botToken: 'xoxb-0000-example-0000-example' },
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
  aws: { clientSecret: 'AAAABBBBCCCCDDDD0000', region: 'eu' },
//                     ^^^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
  'api_key_id': 'a key of more than twenty',
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
};
