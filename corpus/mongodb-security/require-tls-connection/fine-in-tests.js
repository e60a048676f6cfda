// filename: db.spec.js
import mongoose from 'mongoose';

before(() => mongoose.connect(process.env.TEST_URI));
