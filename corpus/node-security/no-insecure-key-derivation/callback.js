import { pbkdf2, timingSafeEqual } from 'node:crypto';

export function verify(password, { salt, hash }, done) {
  pbkdf2(password, salt, 10_000, hash.length, 'sha256', (error, key) => {
//                       ^^^^^^ insufficientIterations
    if (error) return done(error);
    done(null, timingSafeEqual(key, hash));
  });
}
