const jwt = require('jsonwebtoken');

exports.handler = async (event) => {
  const token = event.headers.Authorization.replace('Bearer ', '');
  const claims = jwt.verify(token, process.env.JWT_SECRET);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingMaxAge
  return { principalId: claims.sub, policyDocument: allow(event.methodArn) };
};

function allow(resource) {
  return { Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: resource }] };
}
