const mongoose = require('mongoose');

module.exports = () =>
  mongoose.connect(process.env.MONGODB_URI, {
    user: process.env.DB_USER,
    pass: process.env.DB_PASS,
    auth: { username: process.env.DB_USER, password: `${process.env.DB_PASS}` },
  });
