export const initial = { user: '', password: '', auth: null, pass: 0, username: undefined };

export function reset(form) {
  Object.assign(form, initial);
}
