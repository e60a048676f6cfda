// A `path` counts only within `http` or `httpApi`, and then the string alone does not either.
export const route = { path: '/admin', element: 'AdminPage' };
export const link = { path: '/admin/users' };
