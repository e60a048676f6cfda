let TOKEN = '';
for (let at = 0; at < 4; at++) TOKEN += (2 ** 32 * Math.random()).toString(16);

exports.parts = (text, values) => {
  const marked = text.replace(/\$(\w+)/g, (_, name) => TOKEN + values[name] + TOKEN);
  return marked.split(new RegExp(`(${TOKEN}.*?${TOKEN})`));
};
