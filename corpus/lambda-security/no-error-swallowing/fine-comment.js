export function remove(path) {
  try {
    unlinkSync(path);
  } catch {
    // Expected: another instance was faster.
  }
}
