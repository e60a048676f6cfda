// options: {"minLength": 45}
const short = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY';
const long = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYwJalrXUtnFEMIK7MDENG';
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
