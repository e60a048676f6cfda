class CardError extends Error {}

function parseCard(text) {
  const digits = text.replace(/\s/g, '');
  if (digits.length < 13) throw new CardError('too short');
  if (!/^\d+$/.test(digits)) {
    throw new Error('credit card with letters: ' + digits);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveDataExposure
  }
  if (digits.startsWith('0')) {
    throw new Error('not a number', 'ssn given in its place');
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveDataExposure
  }
  return digits;
}
