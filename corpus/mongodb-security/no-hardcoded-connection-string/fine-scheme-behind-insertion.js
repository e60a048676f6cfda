export function address({ scheme, host, name }) {
  const plain = `${scheme}mongodb://${host}`;
  return `mongodb://
${plain}/${name}`;
}
