const environment = { PRIVATE_KEY: `-----BEGIN`, STAGE: 'production' };
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^ secretsInEnv
const testSettings = { dbPassword: 'postgres' };
//                     ^^^^^^^^^^^^^^^^^^^^^^ secretsInEnv

module.exports = { environment, testSettings };
