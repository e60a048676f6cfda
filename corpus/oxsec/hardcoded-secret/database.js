const { Pool } = require('pg');

module.exports = new Pool({ host: 'db.internal', user: 'shop', password: 'iW8xq2nVb', database: 'shop' });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedCredential
