const FORBIDDEN = ['$where', '$function', '$accumulator'];

export function check(filter) {
  const found = Object.keys(filter).find((key) => FORBIDDEN.includes(key));
  if (found) {
    throw new Error(`$where and its like are not taken: ${found}`);
  }
}
