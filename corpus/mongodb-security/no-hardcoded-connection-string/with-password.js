const mongoose = require('mongoose');

async function start() {
  await mongoose.connect('mongodb://shop:winter2024@db.internal:27017/shop', { tls: true });
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedConnectionString
  console.log('connected');
}

start();
