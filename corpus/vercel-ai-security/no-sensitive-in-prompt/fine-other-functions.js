export function login(form, password, token) {
  return form.submit({ prompt: password, system: token });
}
