// filename: handler.test.js
const failing = (error) => {
  return { statusCode: 500, body: error.stack, stack: error.stack };
};
