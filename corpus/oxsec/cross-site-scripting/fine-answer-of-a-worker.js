// safe: default
export async function POST(request) {
  const body = await request.text();
  const headers = new Headers();
  headers.set('Content-Type', 'text/plain');
  return new Response(body, { headers });
}
