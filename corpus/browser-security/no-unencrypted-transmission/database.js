const cache = createClient('redis://cache.internal:6379');
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unencryptedTransmission
const db = connect("mongodb://db.internal/app");
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unencryptedTransmission
export { cache, db };
