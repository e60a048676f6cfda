export const example = { apiKey: 'YOUR_API_KEY', token: '', secret: '$OPENAI_API_KEY_OF_THE_PROJECT', api_key: 'short' };
