export const CHAT_URL = 'ws://chat.example.com/room';
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
