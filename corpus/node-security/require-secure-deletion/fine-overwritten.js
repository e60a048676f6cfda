export function wipe(key) {
  key.fill(0);
  return key.every((byte) => byte === 0);
}

export function close(session) {
  wipe(session.key);
  session.key = null;
}
