const handlers = { start, stop };

export function dispatch(event) {
  const handler = handlers[event.type];
//                ^^^^^^^^^^^^^^^^^^^^ objectInjection
  handlers[`on${event.type}`]?.(event);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ objectInjection
  return handler(event.payload);
}

export const tally = (words) => words.reduce((counts, word) => ({ ...counts, [word]: counts[word] + 1 }), {});
//                                                                                   ^^^^^^^^^^^^ objectInjection
