const { SQSClient } = require('@aws-sdk/client-sqs');

const { ACCESS_KEY: accessKeyId, SECRET_KEY: secretAccessKey } = process.env;

exports.sqs = new SQSClient({ credentials: { accessKeyId, secretAccessKey } });
