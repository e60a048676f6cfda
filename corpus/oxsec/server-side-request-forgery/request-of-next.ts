import type { NextRequest } from 'next/server';

export async function middleware(incoming: NextRequest) {
  const answer = await fetch(incoming.nextUrl.searchParams.get('feed'));
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ serverSideRequestForgery
  return new Response(await answer.text());
}
