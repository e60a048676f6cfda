const config = require('./config');

const settings = { host: config.host, credential: config.database.password };
console.log(settings);
//@1 secretLogged
