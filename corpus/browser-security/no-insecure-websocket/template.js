const socket = new WebSocket(`ws://${location.host}/live`);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
socket.binaryType = 'arraybuffer';
