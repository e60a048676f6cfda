export function label(kind) {
  return kind === 'train' ? 'by train' : 'feedback welcome';
}
