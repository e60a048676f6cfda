const mongoose = require('mongoose');

mongoose.set('debug', true);
//@1 debugModeProduction
mongoose.set('strictQuery', true);

module.exports = () => mongoose.connect(process.env.MONGODB_URI);
