import { sign } from 'jsonwebtoken';

export class Licences {
  constructor(privateKey) {
    this.privateKey = privateKey;
  }

  issue(customer, seats) {
    return sign({ customer: customer.id, seats }, this.privateKey, {
      algorithm: 'ES256',
      issuer: 'licences',
      noTimestamp: true,
//                 ^^^^ noTimestampTrue
    });
  }
}
