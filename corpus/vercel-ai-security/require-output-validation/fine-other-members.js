export function list(view, result) {
  view.render(result.items, { title: 'Results', count: result.total });
}
