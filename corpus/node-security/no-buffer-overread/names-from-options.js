// options: {"bufferTypes": ["Frame"], "bufferMethods": ["byteAt"], "boundsCheckFunctions": ["clamp"], "strictMode": true}
import { clamp } from './clamp.js';

const frame = new Frame(64);

export function pixel(x) {
  const column = clamp(x);
  const inputRow = x.row;
  frame.byteAt(inputRow);
//             ^^^^^^^^ missingBoundsCheck
  return frame[clamp(column)] + frame[column];
//                              ^^^^^^^^^^^^^ unsafeBufferAccess
}
