export function sessionId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, '');
}

export function pick(list) {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return list[number % list.length];
}
