function describe(event) {
  switch (event.kind) {
    case 'created':
      return `${event.name} was made`;
    case 'removed':
      return `${event.name} is gone`;
    default:
      return event.count > 1 ? `${event.count} changes` : 'one change';
  }
}

console.log(describe({ kind: 'created', name: 'a' }));
