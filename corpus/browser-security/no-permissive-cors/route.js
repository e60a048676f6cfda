app.get('/public', cors({ methods: ['GET'], origin: '*' }), list);
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
