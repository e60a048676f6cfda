const validators = {
  email: /^([a-zA-Z0-9_.-]+)+@example\.com$/,
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redosVulnerable
  name: /^(\w+\s?)*$/,
//      ^^^^^^^^^^^^^ redosVulnerable
  tags: /^(a|b|c)+$/,
//      ^^^^^^^^^^^^ redosVulnerable
};

export function validate(form) {
  return Object.entries(validators).every(([field, pattern]) => pattern.test(form[field]));
}
