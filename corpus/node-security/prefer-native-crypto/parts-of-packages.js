import { sha256 } from 'js-sha256';
//@1 preferNative
import ctr from 'aes-js/lib/ctr.js';
//@1 preferNative

export function fingerprint(text) {
  return sha256(text).slice(0, 16);
}

export function stream(key, counter) {
  return new ctr.ModeOfOperation(key, counter);
}
