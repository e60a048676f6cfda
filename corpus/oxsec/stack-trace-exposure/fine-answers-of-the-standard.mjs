// safe: constant
import { work } from './work.js';

export async function POST() {
  try {
    return Response.json(await work());
  } catch (error) {
    console.error(error.stack);
    return new Response('failed', { status: 500 });
  }
}
