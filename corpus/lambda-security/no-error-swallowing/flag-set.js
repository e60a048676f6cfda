let healthy = true;

async function probe() {
  try {
    await ping();
  } catch (cause) {
  //^^^^^^^^^^^^^^^ emptyCatchBlock
    // Try again later.
    healthy = false;
  }
}

module.exports = { healthy: () => healthy, probe };
