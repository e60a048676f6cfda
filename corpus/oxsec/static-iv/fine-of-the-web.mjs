export async function seal(key, bytes) {
  const iv = new Uint8Array(12);
  crypto.getRandomValues(iv);
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}
