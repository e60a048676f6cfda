const sources = ["'self'", "'unsafe-eval'", 'https://cdn.example.com'];
//                         ^^^^^^^^^^^^^^^ unsafeEval
module.exports = { sources };
