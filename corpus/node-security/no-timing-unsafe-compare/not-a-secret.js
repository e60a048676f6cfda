export function pressed(event, handlers) {
  if (event.key === 'Escape') {
//    ^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeCompare
    handlers.close();
  }
  if (event.code === 'Enter' && handlers.tokens !== undefined) {
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeCompare
    handlers.accept(event.target.value);
  }
}
