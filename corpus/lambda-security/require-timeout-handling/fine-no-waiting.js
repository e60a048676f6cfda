export const handler = async (event, context) => {
  const sum = event.items.reduce((total, item) => total + item.price, 0);
  return { sum, id: context.awsRequestId };
};
