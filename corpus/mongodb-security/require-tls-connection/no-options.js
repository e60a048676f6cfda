const mongoose = require('mongoose');

module.exports = async function connect() {
  await mongoose.connect(process.env.MONGODB_URI);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireTls
  return mongoose.connection;
};
