exports.handler = async (event) => {
  const response = await fetch(event.queryStringParameters.url);
  //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ssrfVulnerability
  return { statusCode: 200, body: await response.text() };
};
