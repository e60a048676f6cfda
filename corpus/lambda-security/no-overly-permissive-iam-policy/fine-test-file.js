// filename: policy.test.js
const open = { Effect: 'Allow', Action: '*', Resource: '*' };
