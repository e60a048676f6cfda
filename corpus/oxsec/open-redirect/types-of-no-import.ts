export function typed(question: Request, answer: Response) { answer.redirect(question.query.to); }
export function named(question: express.Request, answer: express.Response) { answer.redirect(question.query.to); }
