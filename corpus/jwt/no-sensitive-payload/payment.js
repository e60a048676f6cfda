import { signJWT } from './tokens.js';

export class Checkout {
  constructor(key) {
    this.key = key;
  }

  handOver(card, basket) {
    return signJWT({ basket: basket.id, card_number: card.number, cvv: card.cvv, ...basket.meta }, this.key);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^ sensitivePayloadField
//                                                                ^^^^^^^^^^^^^ sensitivePayloadField
  }
}
