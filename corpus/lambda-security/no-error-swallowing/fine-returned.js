exports.handler = async (event) => {
  try {
    return await answer(event);
  } catch {
    return { statusCode: 500, body: 'Try again later' };
  }
};
