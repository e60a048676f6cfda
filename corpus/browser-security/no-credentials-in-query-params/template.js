export const orders = (token) => fetch(`/api/orders?token=${token}`);
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
