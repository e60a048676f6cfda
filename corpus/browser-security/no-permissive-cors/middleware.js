app.use(cors({ origin: '*' }));
//      ^^^^^^^^^^^^^^^^^^^^^ violationDetected
