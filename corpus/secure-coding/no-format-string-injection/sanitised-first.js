import { format } from 'node:util';

export function report(req) {
  const clean = sanitizeFormat(req.query.text);
  console.log('%s', clean);
  console.log('%s', escape(req.query.raw));
  return printf(clean, 1) + validate(() => format('x'));
}
