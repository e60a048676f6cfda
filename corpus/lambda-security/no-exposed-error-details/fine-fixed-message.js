exports.handler = async (event) => {
  try {
    return await answer(event);
  } catch (error) {
    console.error(error.stack);
    return { statusCode: 500, body: JSON.stringify({ message: 'Something went wrong' }) };
  }
};
