// options: {"trustedAnnotations": ["@backdated"]}
import jwt from 'jsonwebtoken';

export function replay(event, key) {
  // @backdated
  return jwt.sign({ event: event.id, iat: event.time }, key, { noTimestamp: true });
//                                                                          ^^^^ noTimestampTrue
}
