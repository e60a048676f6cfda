import { Schema } from 'mongoose';

export default new Schema({
  email: { type: String, required: true, match: /^\S+@\S+$/ },
  age: { type: Number, min: 0, max: 150 },
  name: { type: String, minlength: 1, maxlength: 80 },
  role: { type: String, enum: ['user', 'admin'] },
  site: { type: String, validate: isUrl },
});

function isUrl(text) {
  return URL.canParse(text);
}
