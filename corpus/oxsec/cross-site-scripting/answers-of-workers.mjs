import { NextResponse } from 'next/server';

export async function GET(request) {
  const name = (await request.json()).name;
  if (request.headers.get('x-a')) return new Response(`<h1>${name}</h1>`, { headers: { 'Content-Type': 'text/html' } });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  return new NextResponse(`<h1>${name}</h1>`, { headers: { 'Content-Type': 'text/html' } });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
