import mongoose, { Schema } from 'mongoose';

const order = new Schema(
  {
    customer: { type: Schema.Types.ObjectId, ref: 'Customer' },
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireSchemaValidation
    total: { type: Number, min: 0 },
    note: { type: String },
//  ^^^^^^^^^^^^^^^^^^^^^^ requireSchemaValidation
  },
  { timestamps: true },
);

export const Order = mongoose.model('Order', order);
