import { sign } from 'jsonwebtoken';

export class Sessions {
  #store = new Map();

  open(user) {
    const token = sign({ sub: user.id }, `b8f1c2a97d3e4f50a1b2c3d4e5f60718`, { expiresIn: '8h' });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedSecret
    this.#store.set(token, user);
    return token;
  }
}
