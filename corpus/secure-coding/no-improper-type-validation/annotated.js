/**
 * Called behind the validating middleware.
 * @validated
 */
function save(body, store) {
  if (body) {
    store.put(body.id, body);
  }
  return typeof body === 'object' ? body.id : undefined;
}
