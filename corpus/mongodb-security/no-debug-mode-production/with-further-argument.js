import mongoose from 'mongoose';

export async function connect(uri) {
  mongoose.set('debug', true, { color: false });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ debugModeProduction
  return mongoose.connect(uri, { tls: true });
}
