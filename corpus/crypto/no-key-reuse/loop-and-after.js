const { createDecipheriv } = require('crypto');

function openAll(parts, key) {
  const texts = parts.map(({ iv, data }) => createDecipheriv('aes-128-ctr', key, iv).update(data));
  texts.push(createDecipheriv('aes-128-ctr', key, parts[0].iv).final());
  //                                         ^^^ keyReuse
  return texts;
}

module.exports = openAll;
