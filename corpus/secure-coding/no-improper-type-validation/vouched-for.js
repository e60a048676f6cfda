// options: {"trustedSanitizers": ["known"], "trustedAnnotations": ["@shape-checked"]}
function read(data) {
  // @shape-checked by the route's schema
  if (data) {
    return data.items;
  }
  if (known(data) == null) return [];
  if (data.next == null) return [];
//    ^^^^^^^^^^^^^^^^^ looseEqualityTypeCheck
  return read(data.next);
}
