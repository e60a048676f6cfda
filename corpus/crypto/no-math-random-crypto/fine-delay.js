export async function retry(action, attempts) {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const delay = 2 ** attempt * 100 * (1 + Math.random());
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (await action()) return true;
  }
  return false;
}
