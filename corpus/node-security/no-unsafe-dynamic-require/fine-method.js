// A method of that name is not Node's.
export function setup(amd, names) {
  for (const name of names) {
    amd.require(name, (module) => module.start());
  }
  amd.require(...names);
}
