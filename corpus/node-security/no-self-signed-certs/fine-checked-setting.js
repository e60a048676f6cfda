import tls from 'node:tls';

const RELAXED = process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0';

if (RELAXED) {
  throw new Error('certificates must be checked');
}

export function connect(host, { rejectUnauthorized = true } = {}) {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';
  return tls.connect({ host, port: 443, servername: host, rejectUnauthorized });
}
