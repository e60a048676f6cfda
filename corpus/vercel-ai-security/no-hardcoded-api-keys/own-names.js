// options: {"apiKeyPatterns": ["licence"]}
export const options = { licenceText: 'a licence of more than twenty', apiKey: 'sk-0000exampleexample0000example' };
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedApiKey
