export function renderItems(list, items) {
  list.innerHTML = items.map((item) => `<li>${item.title}</li>`).join('');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
  list.hidden = items.length === 0;
}
