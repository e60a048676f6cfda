export function showName(user) {
  const label = document.querySelector('#name');
  label.textContent = user.name;
  return label.innerHTML;
}
