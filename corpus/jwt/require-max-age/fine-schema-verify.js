// A schema's verify takes the value alone.
export function validate(schema, body) {
  const result = schema.verify(body);
  if (result !== null) throw new TypeError(result);
  return body;
}
