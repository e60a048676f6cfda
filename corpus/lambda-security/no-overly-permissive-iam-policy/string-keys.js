export default {
  'Effect': 'Allow',
  'Action': '*',
//^^^^^^^^^^^^^ permissivePolicy
  "Resource": "arn:*:*:*:*:*",
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissivePolicy
};
