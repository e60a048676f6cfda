function escapePattern(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/, '\\$&');
}

module.exports = (req, res) => {
  const word = new RegExp(`\\b${escapePattern(req.body.word)}\\b`, 'i');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexInjection
  res.send({ found: word.test(req.body.text) });
};
