const middy = require('@middy/core');
const cors = require('@middy/http-cors');

exports.handler = middy(answer).use(cors({ origin: '*', credentials: false }));
//                                         ^^^^^^^^^^^ permissiveCors
