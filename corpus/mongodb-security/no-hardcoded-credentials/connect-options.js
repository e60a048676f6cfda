const mongoose = require('mongoose');

module.exports = () =>
  mongoose.connect(process.env.MONGODB_URI, {
    user: 'shop',
//  ^^^^^^^^^^^^ hardcodedCredentials
    pass: 'winter2024',
//  ^^^^^^^^^^^^^^^^^^ hardcodedCredentials
    tls: true,
  });
