exports.handler = async (event) => {
  const { id } = event.pathParameters;
  await table.delete({ TableName: 'orders', Key: { id } });
  //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuthCheck
  return { statusCode: 204 };
};
