const hint = 'http://localhost:3000 (ask admin@example.com)';
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
console.log(hint);
