const HOSTS = new Set(['images.example.com', 'cdn.example.com']);

export async function preview(address) {
  const url = new URL(address);
  if (url.protocol !== 'https:' || !HOSTS.has(url.hostname)) {
    throw new Error(`${url.hostname} is not allowed`);
  }
  const response = await fetch(url, { redirect: 'error' });
  return response.text();
}
