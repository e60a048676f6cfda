import { SmtpTransport } from './mail.js';

const FIELD = 'password';

export const form = new LoginForm({
  password: 'Enter your password',
  connectionString: 'postgres://example.org/docs',
});

export function connectMail(env) {
  return new SmtpTransport({ host: env.SMTP_HOST, [FIELD]: env.SMTP_PASSWORD });
}
