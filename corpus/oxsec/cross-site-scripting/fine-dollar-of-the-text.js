const revive = (read, $) => (output) => {
  for (const name of Object.keys(output)) {
    output[name] = $.call(output, name, read[name]);
  }
  return output;
};

const same = (_, value) => value;

exports.parse = (text, reviver) => revive(JSON.parse(text), reviver || same)({});
