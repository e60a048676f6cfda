export function isAddress(text) {
  return text.startsWith('mongodb://') || text.startsWith('mongodb+srv://');
}

export const driver = 'mongodb';
