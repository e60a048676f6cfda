exports.service = {
  url: 'https://orders.example',
  accessToken: 'q8Zr-5tKx2',
//             ^^^^^^^^^^^^ hardcodedCredential
};
