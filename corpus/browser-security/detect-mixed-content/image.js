const logo = new Image();
logo.src = 'http://cdn.example.com/logo.png';
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
