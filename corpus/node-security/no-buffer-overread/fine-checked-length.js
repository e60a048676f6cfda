export function byteAt(buffer, position) {
  const at = Math.trunc(position);
  if (at >= 0 && at < buffer.length) {
    return buffer[at];
  }
  throw new RangeError(`${position} is outside of the message`);
}
