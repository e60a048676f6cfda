import('http://cdn.example.com/chart.js').then(({ draw }) => draw());
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
