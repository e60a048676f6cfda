function translate(messages, key) {
  if (key in messages) {
    return messages[key];
  }
  if (messages.hasOwnProperty(key)) {
    messages[key] = key;
  }
  return key;
}

module.exports = translate;
