export function checksum(bufferView, length) {
  let sum = 0;
  for (const byte of bufferView.subarray(0, length)) {
    sum = (sum + byte) & 0xff;
  }
  const at = (i) => bufferView[i];
  return sum ^ at(0);
}
