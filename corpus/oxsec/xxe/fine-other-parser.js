// safe: other function
const { XMLParser } = require('fast-xml-parser');

const parser = new XMLParser({ processEntities: false });

exports.importContacts = (req, res) => {
  const { contacts } = parser.parse(req.body);
  res.json({ count: contacts.length });
};
