import { google } from './providers.js';

export const gemini = google.model('gemini', { 'apiKey': '$NOT_READ_BY_NAME_BUT_LONG', api_key: 'AIzaExampleExampleExample' });
//                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
//                                                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
