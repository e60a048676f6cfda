const base = isLocal ? 'ws://localhost:3000' : 'wss://live.example.com';
//                     ^^^^^^^^^^^^^^^^^^^^^ violationDetected
connect(base);
