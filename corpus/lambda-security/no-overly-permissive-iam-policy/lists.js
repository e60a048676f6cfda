const statement = {
  Effect: 'Allow',
  Action: ['dynamodb:GetItem', '*'],
  //                           ^^^ permissivePolicy
  Resource: ['arn:aws:*', 'arn:aws:sqs:*:123456789012:*'],
  //         ^^^^^^^^^^^ permissivePolicy
  //                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissivePolicy
};

module.exports = statement;
