const health = await fetch('http://localhost:8080/health');
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
export { health };
