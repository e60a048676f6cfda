const PATTERNS = {
  slug: /^[a-z0-9]+(?:-[a-z0-9]+)$/,
  year: /^\d{4}$/,
};

export function matches(kind, text) {
  return PATTERNS[kind].test(text);
}
