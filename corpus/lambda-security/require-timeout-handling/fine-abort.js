export const handler = async (event, context) => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 3000);
  return fetch(urlOf(context), { signal: controller.signal });
};

export const raced = async (event, ctx) => Promise.race([client.send(event), tooLate(ctx)]);
