import { orderSchema } from './schema.js';

export const handler = async (event) => {
  const order = orderSchema.parse(event.body);
  const { id } = await idSchema.validate(event.pathParameters);
  return save(id, order);
};
