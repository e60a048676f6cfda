exports.fail = (error) => {
  return { statusCode: 400, body: `${error.path} is wrong` + error.stack.length };
};
