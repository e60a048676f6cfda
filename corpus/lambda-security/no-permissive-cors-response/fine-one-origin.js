exports.handler = async () => {
  return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': 'https://shop.example' }, body: 'ok' };
};
