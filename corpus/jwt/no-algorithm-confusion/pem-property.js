import jwt from 'jsonwebtoken';

export class Gateway {
  constructor({ certificates }) {
    this.certificates = certificates;
  }

  claimsOf(token) {
    const certificate = this.certificates.current;
    return jwt.verify(token, certificate.pem, {
      issuer: 'gateway',
      algorithm: 'HS384',
//               ^^^^^^^ algorithmConfusion
    });
  }
}
