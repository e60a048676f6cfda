function label(element, translate) {
  const role = element.getAttribute('role');
  switch (role) {
    case 'button':
    case 'link':
      element.title = translate(role);
      break;
    default:
      element.removeAttribute('title');
  }
  return role ? element : null;
}

export { label };
