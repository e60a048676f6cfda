export function settings(consent) {
  return { training: consent, improve: true, learn: true, training_since: '2024' };
}
