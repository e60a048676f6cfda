// options: {"trustedSanitizers": ["readUInt8"], "trustedAnnotations": ["@bounded"]}
import { BoundedBuffer } from './bounded-buffer.js';

const frameBuffer = new BoundedBuffer(1024);

export function pick(req) {
  /** The router has checked the number: @bounded */
  const value = frameBuffer[req.params.at];
  const other = frameBuffer.readUInt8(req.query.offset);
  return value + other;
}
