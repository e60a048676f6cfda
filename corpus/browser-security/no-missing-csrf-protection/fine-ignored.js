// options: { "ignorePatterns": ["^api\\."] }
api.post('/webhooks/pay', verifySignature, receive);
