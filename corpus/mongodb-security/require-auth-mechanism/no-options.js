const mongoose = require('mongoose');

mongoose.connect(process.env.MONGODB_URI).catch((error) => {
//@1 requireAuthMechanism
  console.error(error.message);
  process.exit(1);
});
