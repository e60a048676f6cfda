const awsCredentials = {
  AccessKeyId: 'ASIAQ3EGRZ7XEXAMPLE1',
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
  sessionToken: 'FwoGZXIvYXdzEBYaDExample',
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredentials
};

module.exports = awsCredentials;
