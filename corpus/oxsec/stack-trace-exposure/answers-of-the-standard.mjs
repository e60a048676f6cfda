import { NextResponse } from 'next/server';
import { work } from './work.js';

export async function GET() {
  try {
    return NextResponse.json(await work());
  } catch (error) {
    return NextResponse.json({ stack: error.stack }, { status: 500 });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
}

export async function POST() {
  try {
    return Response.json(await work());
  } catch (error) {
    return new Response(error.stack, { status: 500 });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
  }
}
