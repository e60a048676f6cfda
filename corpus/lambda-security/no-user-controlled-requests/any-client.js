// `get` and its like count on anything, and so does every method of `https`.
export const proxy = (event) => [
  client.post(event.rawPath),
//^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
  https.createStream(event.pathParameters['host']),
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
];
