app.get('/home', (req, res) => res.render('home', { user: req.user }));
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
