import { Query, Res, Response as OfNest } from '@nestjs/common';
import { Request, Response } from 'express';
import express from 'express';
import { NextApiRequest, NextApiResponse } from 'next';

export class Back {
  one(@Query('to') to, @Res() answer) { answer.redirect(to); }
//                                      ^^^^^^^^^^^^^^^^^^^ openRedirect
  other(@Query('to') to, @OfNest() answer) { answer.redirect(to); }
//                                           ^^^^^^^^^^^^^^^^^^^ openRedirect
}

export function typed(question: Request, answer: Response) { answer.redirect(question.query.to); }
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
export function named(question: express.Request, answer: express.Response) { answer.redirect(question.query.to); }
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
export function api(question: NextApiRequest, answer: NextApiResponse) { answer.redirect(question.query.to); }
//                                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect

function fragment() {
  res.redirect(req.query.to);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
}
