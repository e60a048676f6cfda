import { z } from 'zod';

const Order = z.object({ id: z.string().uuid(), items: z.array(z.string()).max(100) });

export async function add(request) {
  const parsed = Order.safeParse(await request.json());
  if (!parsed.success) {
    return new Response(null, { status: 400 });
  }
  return Response.json({ id: parsed.data.id });
}
