export function typed(question: Request, answer: Response) { answer.redirect(question.query.to); }
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
export function named(question: express.Request, answer: express.Response) { answer.redirect(question.query.to); }
//                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
