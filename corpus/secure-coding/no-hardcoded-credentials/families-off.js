// options: {"detectApiKeys": false, "detectPasswords": false, "detectTokens": false, "detectDatabaseStrings": false}
const user = 'admin';
const url = 'redis://cache:hunter2@redis.internal:6379';
const key = 'AKIAIOSFODNN7EXAMPLE';
const token = 'ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789';
const secret = 'wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY00';
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
