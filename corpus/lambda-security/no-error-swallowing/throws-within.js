export function read(text) {
  try {
    return JSON.parse(text);
  } catch (problem) {
  //^^^^^^^^^^^^^^^^^ emptyCatchBlock
    if (text.length > 0) {
      throw problem;
    }
    return undefined;
  }
}
