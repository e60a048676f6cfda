const FIELDS = ['name', 'email'];

export function update(record, field, value) {
  if (!FIELDS.includes(field)) {
    throw new Error('unknown field');
  }
  record[field] = value;
}

export function read(record, field) {
  if (Object.hasOwn(record, field)) {
    return record[field];
  }
  if (Object.prototype.hasOwnProperty.call(DEFAULTS, field)) return DEFAULTS[field];
  return null;
}
