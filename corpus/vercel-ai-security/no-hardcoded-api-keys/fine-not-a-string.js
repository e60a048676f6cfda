import { mistral } from './providers.js';
import { apiKey } from './keys.js';

export const model = mistral('large', { apiKey, tokens: 100000000000000000000000, secret: `AAAABBBBCCCCDDDD0000AAAA` });
