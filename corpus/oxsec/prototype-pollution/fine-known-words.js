const WORDS = ['minimum', 'maximum'];

exports.widen = (schema, paths) => {
  for (const path of paths) {
    let part = schema;
    for (const step of path.split('/')) part = part[step];
    for (const word of WORDS) {
      const rule = part[word];
      if (rule) part[word] = { anyOf: [rule, { type: 'object' }] };
    }
  }
};
