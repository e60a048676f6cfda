import { exec } from 'child_process';
import { Body, Headers, Param, Query, Req, Request as OfNest, Res, Response as ResponseOfNest } from '@nestjs/common';
import { Request, Response } from 'express';
import express from 'express';
import { NextApiRequest, NextApiResponse } from 'next';
import { NextRequest } from 'next/server';
import { cookies, headers } from 'next/headers';

export class Lists {
  query(@Query('folder') folder) { return exec('ls ' + folder); }
//                                        ^^^^^^^^^^^^^^^^^^^^ commandInjection
  param(@Param('folder') folder) { return exec('ls ' + folder); }
//                                        ^^^^^^^^^^^^^^^^^^^^ commandInjection
  body(@Body() body) { return exec('ls ' + body.folder); }
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  header(@Headers('x-folder') folder) { return exec('ls ' + folder); }
//                                             ^^^^^^^^^^^^^^^^^^^^ commandInjection
  request(@Req() question) { return exec('ls ' + question.query.folder); }
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  other(@OfNest() question) { return exec('ls ' + question.query.folder); }
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
}

export function typed(question: Request, answer: Response) { exec('ls ' + question.query.folder); }
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
export function named(question: express.Request, answer: express.Response) { exec('ls ' + question.query.folder); }
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
export function api(question: NextApiRequest, answer: NextApiResponse) { exec('ls ' + question.query.folder); }
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
export function edge(question: NextRequest) { exec('ls ' + question.nextUrl.searchParams.get('folder')); }
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export async function GET(request) {
  exec('ls ' + request.headers.get('x-folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + new URL(request.url).searchParams.get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await request.json()).folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await request.text()));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await request.formData()).get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + request.body);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + request.nextUrl.searchParams.get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + request.cookies.get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await cookies()).get('folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + (await headers()).get('x-folder'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
}

export const handler = async (event) => exec('ls ' + event.queryStringParameters.folder);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

export async function getServerSideProps({ req, query, params }) {
  exec('ls ' + req.headers['x-folder']);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + query.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  exec('ls ' + params.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  return { props: {} };
}

function fragment() {
  exec('ls ' + req.query.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
}
