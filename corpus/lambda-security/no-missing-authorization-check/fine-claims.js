exports.handler = async (event) => {
  const owner = event.requestContext.authorizer.claims.sub;
  return table.delete({ TableName: 'orders', Key: { id: event.pathParameters.id, owner } });
};
