import { renderUsers, renderHome } from './views.js';

export function renderMenu(user, root) {
  root.replaceChildren(renderHome(user));
  if (user.role === 'admin') {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    root.append(renderUsers());
  }
  if (user.isAdmin) {
//^^^^^^^^^^^^^^^^^^^ violationDetected
    root.append(document.createElement('hr'));
  }
}
