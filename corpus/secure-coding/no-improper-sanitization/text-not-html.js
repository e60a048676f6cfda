const list = document.querySelector('#results');

export function render(results, query) {
  const items = results.map((result) => {
    const item = document.createElement('li');
    item.textContent = result.title;
    return item;
  });
  list.replaceChildren(...items);
  document.querySelector('h1').textContent = `Results for ${query}`;
}
