const help = `Set auth=${mode} in the file`;
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
console.log(help);
