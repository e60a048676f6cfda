accounts.add({ name, apiKey: key, accessToken: token, theme: 'dark' });
//@1 sensitiveInIndexedDB
//@1 sensitiveInIndexedDB
