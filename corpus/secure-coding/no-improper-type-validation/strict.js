// options: {"strictMode": true}
/** @validated by the caller */
function read(data) {
  if (data) {
//    ^^^^ improperTypeValidation
    return data.items;
  }
  return Number(data) == null ? [] : [data];
//       ^^^^^^^^^^^^^^^^^^^^ looseEqualityTypeCheck
}
