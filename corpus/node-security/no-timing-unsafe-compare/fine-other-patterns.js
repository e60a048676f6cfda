// options: {"secretPatterns": ["signature$"]}
export function sameToken(left, right) {
  const known = left.token === right.token;
  if (left.kind !== right.kind) {
    return false;
  }
  return known && left.key === right.key;
}
