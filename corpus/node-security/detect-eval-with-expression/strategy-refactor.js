// options: {"strategy": "refactor"}
const handlers = {};

export function on(name, handler) {
  handlers[name] = handler;
}

export function emit(event) {
  eval('handlers.' + event.name)(event);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ strategyRefactor
}
