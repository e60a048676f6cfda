// options: {"checkErrorMessages": false, "checkApiResponses": true}
function readToken(header) {
  if (!header) throw new Error('token missing');
  const [scheme, value] = header.split(' ');
  if (scheme !== 'Bearer') throw new Error('token of another scheme');
  console.info('token accepted');
//             ^^^^^^^^^^^^^^^^ sensitiveDataExposure
  return value;
}
