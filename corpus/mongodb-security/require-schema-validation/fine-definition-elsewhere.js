import { Schema } from 'mongoose';
import { fields, options } from './fields.js';

export const plain = new Schema(fields, options);
export const spread = new Schema({ ...fields });
