import { encrypt } from '@shop/crypto-js';
import forge from './forge.js';
import { hammer } from '@tools/forge';

export async function make(name) {
  const part = await import('./parts/sjcl.js');
  return encrypt(forge(hammer(part.shape(name))));
}
