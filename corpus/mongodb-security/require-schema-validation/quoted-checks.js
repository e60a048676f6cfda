import { Schema } from 'mongoose';

export default new Schema({
  title: { type: String, 'required': true },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireSchemaValidation
  kind: { ['type']: String, type: String, select: false },
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireSchemaValidation
});
