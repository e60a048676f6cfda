const url = 'https://api.example.com/v1?lang=en&apikey=' + key;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
fetch(url);
