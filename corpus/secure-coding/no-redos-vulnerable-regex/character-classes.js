const validators = {
  email: /^[a-zA-Z0-9_.-]+@example\.com$/,
  name: /^[\w\s]*$/,
  tags: /^[abc]+$/,
};

export function validate(form) {
  return Object.entries(validators).every(([field, pattern]) => pattern.test(form[field]));
}
