import { anthropic } from './providers.js';

export const model = anthropic('claude', { apiKey: 'sk-ant-example-key' });
//                                                 ^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
//                                                 ^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
