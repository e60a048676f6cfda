import { randomBytes, createHash } from 'node:crypto';

const limiter = new RateLimiter({ attempts: 5, window: '1h' });

export async function resetPassword(address, users, mailer) {
  await limiter.take(address);
  const passwordResetToken = randomBytes(32).toString('base64url');
  const user = await users.findByAddress(address);
  const digest = createHash('sha256').update(passwordResetToken).digest('hex');
  await users.update(user.id, { digest, expiresAt: Date.now() + 3600_000 });
  await mailer.send(address, passwordResetToken);
}
