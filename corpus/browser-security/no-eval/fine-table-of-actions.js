const actions = { add: (a, b) => a + b, evaluate: (a) => a };

export function run(name, ...values) {
  const action = actions[name];
  if (!action) throw new Error(`no action ${name}`);
  return action(...values);
}
