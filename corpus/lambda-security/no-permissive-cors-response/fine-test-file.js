// filename: respond.spec.js
const response = { statusCode: 200, headers: { 'Access-Control-Allow-Origin': '*' } };
