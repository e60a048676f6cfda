function postMessage(text, pattern) {
  return text.split(pattern);
}

console.log(postMessage('a*b', '*'));
