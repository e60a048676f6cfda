const headers = { 'Access-Control-Allow-Origin': '*' };

export const handler = async () => {
  return { statusCode: 200, headers, body: 'ok' };
};
