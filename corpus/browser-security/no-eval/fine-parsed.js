export function load(text) {
  const data = JSON.parse(text);
  return Object.freeze(data);
}
