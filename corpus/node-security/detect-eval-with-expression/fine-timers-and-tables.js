const operations = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
};

export function calculate(name, a, b) {
  if (!Object.hasOwn(operations, name)) throw new RangeError(`no operation ${name}`);
  return operations[name](a, b);
}

export const later = (task) => setTimeout(task, 100);
