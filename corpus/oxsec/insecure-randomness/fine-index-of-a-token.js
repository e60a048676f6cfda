// safe: purpose
exports.pick = (tokens) => {
  const tokenIndex = Math.floor(Math.random() * tokens.length);
  const tokenExpiry = Date.now() + 3600000;
  return { chosen: tokens[tokenIndex].label, tokenExpiry };
};
