function collect(text, pattern, total, pageSize) {
  const found = [];
  while (pattern.test(text)) {
//       ^^^^^^^^^^^^^^^^^^ userControlledLoopBound
    text = text.replace(pattern, '');
    found.push(text.length);
  }
  for (let page = 0; page * pageSize < total; page++) {
//                   ^^^^^^^^^^^^^^^^^^^^^^^ userControlledLoopBound
    found.push(page);
  }
  for (let i = found.startIndex; i < found.length; i++) {
    found.pop();
  }
  return found;
}
