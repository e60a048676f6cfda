function traverseObject(object, visit) {
  for (const value of Object.values(object)) {
    if (value && typeof value === 'object') {
      traverseObject(value, visit);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRecursion
    } else {
      visit(value);
    }
  }
}

function ackermann(m, n) {
  if (m === 0) return n + 1;
  if (n === 0) return ackermann(m - 1, 1);
  return ackermann(m - 1, ackermann(m, n - 1));
}
