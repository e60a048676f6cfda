export function update(record, field, value) {
  record[field] = value;
//^^^^^^^^^^^^^^^^^^^^^ objectInjection
  if (!FIELDS.includes(field)) {
    throw new Error('unknown field');
  }
}

export function read(record, field) {
  if (!FIELDS.includes(field)) {
    console.warn('unknown field');
  }
  if (record && field in record) return [0, 1].map(() => record[field]);
//                                                       ^^^^^^^^^^^^^ objectInjection
  return [0, 1].map(function () { return record[field]; });
//                                       ^^^^^^^^^^^^^ objectInjection
}
