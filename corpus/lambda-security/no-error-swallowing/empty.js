export async function cleanUp(path) {
  try {
    await unlink(path);
  } catch {}
  //^^^^^^^^ emptyCatchBlock
}
