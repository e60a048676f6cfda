export const handler = async (event) => {
  if (event.rawPath === '/orders') return orders(event);
  if (event.headers === '/admin') return undefined;
  return { statusCode: 404 };
};
