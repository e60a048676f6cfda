export function info(systemPrompt, res) {
  res.json({ length: systemPrompt.length, hash: digest(systemPrompt), systemPrompt: true });
  return `${systemPrompt.length} characters`;
}

function digest(text) {
  return text.length;
}
