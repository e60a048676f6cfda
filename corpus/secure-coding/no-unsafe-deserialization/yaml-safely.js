const yaml = require('js-yaml');

const text = `
name: demo
replicas: 3
`;

module.exports = {
  schema: yaml.JSON_SCHEMA,
  write: (config) => yaml.dump(config, { schema: yaml.JSON_SCHEMA }),
  lines: text.trim().split('\n').length,
};
