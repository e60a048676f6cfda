// safe: position
// A request that is only made, and handled in the same program, goes nowhere.
import { POST } from '../send/route';

export async function GET(request) {
  const copy = new Request(request.url, { method: 'POST', body: '{}' });
  return POST(copy);
}
