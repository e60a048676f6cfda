// A path below the host that was asked stays there; a field of the query does not.
import { NextRequest, NextResponse } from 'next/server';

export function middleware(request: NextRequest) {
  if (!request.cookies.get('session')) return NextResponse.redirect(new URL('/login', request.url));
  if (request.headers.get('x-host')) return NextResponse.redirect('https://' + request.headers.get('host') + '/');
  return NextResponse.redirect(new URL(request.nextUrl.searchParams.get('to'), request.url));
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
}
