const { graphqlClient } = require('./client');

async function profile(req, res) {
  const document = `query { user(id: ${validate(req.params.id)}) { name } }`;
  const filter = sanitize(req.query.filter);
  const data = await graphqlClient.query(filter);
  /* @safe: the page comes from our own enum */
  const page = `query { page(name: ${PAGES[req.query.page]}) { title } }`;
  res.json({ data, document, page });
}

module.exports = profile;
