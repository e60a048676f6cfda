module.exports = function parse(text) {
  const result = {};
  let section = result;
  text.split('\n').forEach((line) => {
    const match = line.match(/^\[([^\]]+)\]$|^([^=]+)=(.*)$/);
    if (!match) return;
    if (match[1] === '__proto__' || match[1] === 'constructor') return;
    if (match[1] !== undefined) section = result[match[1]] = result[match[1]] || {};
    else section[match[2]] = match[3];
  });
  return result;
};
