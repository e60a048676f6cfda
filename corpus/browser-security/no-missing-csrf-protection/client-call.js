export const save = (order) => axios.post('/orders', order);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingCsrfProtection
