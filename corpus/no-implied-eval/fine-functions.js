/* global setTimeout, setInterval, window */
export function refresh(reload, name) {
  setTimeout(reload, 1000);
  setInterval(() => reload(name), 5000);
  window.setTimeout(reload.bind(null, 'x'), 10);
  setTimeout();
  window.setTimeout;
}
