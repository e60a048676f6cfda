export function show(panel, result) {
  panel.textContent = result.text;
  panel.innerHTML = '<p></p>';
}
