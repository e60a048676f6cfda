import { createClient } from './client.js';

export const client = createClient({ region: 'eu', allowTraining: false, feedback: null });
