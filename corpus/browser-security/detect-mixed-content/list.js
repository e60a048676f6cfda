export const scripts = ['https://cdn.example.com/a.js', 'http://cdn.example.com/b.js'];
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
