// options: {"allowInTests": false}
// filename: respond.test.js
let response = { statusCode: 204, headers: { 'Access-Control-Allow-Origin': '*' } };
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ permissiveCors
