const answer = await fetch('http://api.example.com/orders');
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
console.log(answer.status);
