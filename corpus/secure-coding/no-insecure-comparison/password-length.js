const rules = [
  (password) => password.length >= 12,
  (password) => new Set(password).size > 6,
  (password) => /[^a-z]/i.test(password),
];

export function strength(password) {
  if (password.length === 0) return 0;
  return rules.filter((rule) => rule(password)).length;
}
