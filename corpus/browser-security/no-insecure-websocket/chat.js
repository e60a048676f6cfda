const socket = new WebSocket('ws://chat.example.com');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
//                           ^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
socket.onopen = () => socket.send('hello');
