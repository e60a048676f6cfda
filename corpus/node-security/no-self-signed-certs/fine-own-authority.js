import { readFileSync } from 'node:fs';
import https from 'node:https';

const agent = new https.Agent({
  ca: readFileSync('/run/secrets/internal-ca.pem'),
  rejectUnauthorized: true,
});

export function get(path, done) {
  return https.get({ host: 'internal.example.com', path, agent }, done);
}
