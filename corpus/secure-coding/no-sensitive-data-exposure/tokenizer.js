function tokenize(text) {
  const tokens = text.split(/\s+/);
  console.log('split into', tokens.length, 'parts');
  if (tokens.length > 4096) {
    throw new RangeError('too many tokens');
  }
  return tokens.map((word, index) => ({ word, index }));
}

module.exports = { tokenize };
