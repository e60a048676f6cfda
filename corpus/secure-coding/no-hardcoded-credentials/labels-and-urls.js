const labels = {
  password: 'Your password',
  hint: 'At least 12 characters, one of them no letter',
  help: 'https://example.com/help/choosing-a-good-password',
};

export function field(name) {
  return { type: name === 'secret' ? 'hidden' : 'text', label: labels[name], css: 'field field--wide' };
}
