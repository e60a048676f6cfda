exports.handler = async (event) => {
  try {
    return await answer(event);
  } catch (error) {
    return { statusCode: 500, body: JSON.stringify({ message: 'failed', stack: error.stack }) };
    //                                                                         ^^^^^^^^^^^ exposedErrorDetails
  }
};
