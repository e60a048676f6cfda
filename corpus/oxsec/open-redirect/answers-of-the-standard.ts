import { NextRequest, NextResponse } from 'next/server';
import { redirect, permanentRedirect } from 'next/navigation';
import { redirect as redirectOfRemix } from '@remix-run/node';
import { redirect as redirectOfRouter } from 'react-router';
import { redirect as redirectOfDom } from 'react-router-dom';

export function GET(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('to');
  if (request.headers.get('x-a')) return NextResponse.redirect(to);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  if (request.headers.get('x-b')) return Response.redirect(to);
//                                       ^^^^^^^^^^^^^^^^^^^^^ openRedirect
  if (request.headers.get('x-c')) return redirect(to);
//                                       ^^^^^^^^^^^^ openRedirect
  if (request.headers.get('x-d')) return permanentRedirect(to);
//                                       ^^^^^^^^^^^^^^^^^^^^^ openRedirect
  const headers = new Headers();
  headers.set('Location', to);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
  return new Response(null, { status: 302, headers });
}

export function loader(request: NextRequest) {
  const to = request.nextUrl.searchParams.get('to');
  if (request.headers.get('x-a')) return redirectOfRemix(to);
//                                       ^^^^^^^^^^^^^^^^^^^ openRedirect
  if (request.headers.get('x-b')) return redirectOfRouter(to);
//                                       ^^^^^^^^^^^^^^^^^^^^ openRedirect
  return redirectOfDom(to);
//       ^^^^^^^^^^^^^^^^^ openRedirect
}
