exports.handler = async (event) => {
  console.log('environment', process.env);
  //                         ^^^^^^^^^^^ envLogging
  return { statusCode: 200 };
};
