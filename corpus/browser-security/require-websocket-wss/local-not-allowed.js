// options: { "allowLocalhost": false }
const reload = new WebSocket("ws://localhost:35729");
//                           ^^^^^^^^^^^^^^^^^^^^^^ insecureWebsocket
