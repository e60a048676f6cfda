// options: {"xmlValidationFunctions": ["checkedXml"], "safeParserOptions": ["entities"]}
const { parser } = require('./parser');

const fromQueue = (data) => checkedXml(parser.parse(data));
const fromUpload = (body) => parser.parse(body, { entities: false });

module.exports = { fromQueue, fromUpload };
