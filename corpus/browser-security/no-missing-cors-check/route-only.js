app.get('/public', cors({ origin: '*', maxAge: 600 }), (req, res) => res.json([]));
//                                ^^^ missingCorsCheck
