// safe: purpose
async function retry(task, attempts = 5) {
  for (let attempt = 0; attempt < attempts; attempt++) {
    try {
      return await task();
    } catch {
      const delay = 2 ** attempt * 100 + Math.random() * 100;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
  throw new Error('gave up');
}

module.exports = { retry };
