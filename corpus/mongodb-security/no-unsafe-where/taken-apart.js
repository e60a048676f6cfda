export function withoutCode({ $where, ...filter }) {
//                            ^^^^^^ unsafeWhere
  if ($where) {
    throw new Error('code is not taken');
  }
  return filter;
}
