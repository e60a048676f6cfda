module.exports.bucketPolicy = (bucket) => ({
  Statement: [{ Principal: '*', Action: 's3:GetObject', Resource: `${bucket.arn}/*` }],
  //            ^^^^^^^^^^^^^^ permissivePolicy
});
