export function describe(error) {
  return { name: error.name, stack: error.stack };
}
