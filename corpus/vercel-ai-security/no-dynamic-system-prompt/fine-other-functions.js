export const start = (engine, kind) => engine.run({ system: `boot-${kind}`, mode: load(kind) });

function load(kind) {
  return kind;
}
