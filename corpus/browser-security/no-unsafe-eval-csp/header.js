res.setHeader('Content-Security-Policy', "script-src 'self' 'unsafe-eval'");
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeEval
