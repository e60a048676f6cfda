const mongoose = require('mongoose');

mongoose.set('debug', false);
mongoose.set('autoIndex', true);

module.exports = mongoose;
