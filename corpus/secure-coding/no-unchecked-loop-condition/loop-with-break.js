async function fetchAll(source, most) {
  const items = [];
  while (true) {
    const page = await source.next();
    items.push(...page.items);
    if (page.last || items.length > most) {
      break;
    }
  }
  return items;
}
