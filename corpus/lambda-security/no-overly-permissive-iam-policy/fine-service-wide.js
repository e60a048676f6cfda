// Wide, but not one of the wildcards that count.
module.exports = { Effect: 'Allow', Action: 'dynamodb:*', Resource: 'arn:aws:dynamodb:eu-central-1:123456789012:table/*' };
