const { Schema, model } = require('mongoose');

const userSchema = new Schema({
  email: { type: String, trim: true, lowercase: true },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireSchemaValidation
  name: { type: String, required: true },
});

module.exports = model('User', userSchema);
