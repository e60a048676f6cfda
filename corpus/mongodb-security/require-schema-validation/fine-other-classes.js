import mongoose from 'mongoose';
import { Form } from './form.js';

export const schema = new mongoose.Schema({ title: { type: String } });
export const form = new Form({ title: { type: 'text' } });
