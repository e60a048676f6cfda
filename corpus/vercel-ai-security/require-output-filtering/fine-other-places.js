export const api = { load: (id) => fetch(`/items/${id}`), execute: fetch };
export const run = { execute: function (id) { return fetch(id); }, 'execute': (id) => fetch(id) };
