export const load = () => fetch('http://api.example.com/orders');
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unencryptedTransmission
