export const one = express().patch('/name', rename);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingCsrf
export const two = express.Router().post('/name', rename);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingCsrf
