// options: {"allowWithComment": false}
export function remove(path) {
  try {
    unlinkSync(path);
  } catch { /* ignore */ }
  //^^^^^^^^^^^^^^^^^^^^^^ emptyCatchBlock
}
