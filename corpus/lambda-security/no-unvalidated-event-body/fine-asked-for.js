export const handler = async (event) => {
  if (event.body) console.log(event.body);
  const kind = typeof event.body;
  const page = event.queryStringParameters?.page;
  return event.headers ? kind : page ?? event?.body;
};
