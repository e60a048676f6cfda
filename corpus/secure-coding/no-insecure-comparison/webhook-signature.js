import { createHmac } from 'node:crypto';

export class Webhook {
  constructor(options) {
    this.options = options;
  }

  verify(body, header) {
    const computed = createHmac('sha256', this.options.secret).update(body).digest('hex');
    if (computed.length !== header.length) return false;
    if (computed !== header) {
      const provided = header.slice(0, 8);
      return provided === 'insecure';
//           ^^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeComparison
    }
    return computed !== header.signature;
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeComparison
  }
}
