const { Schema } = require('mongoose');

module.exports = new Schema({
  title: String,
  tags: [String],
  size: { width: Number, height: Number },
  kind: { 'type': String },
});
