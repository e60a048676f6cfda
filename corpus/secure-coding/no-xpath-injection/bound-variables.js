import xpath from 'xpath';

const byName = xpath.parse('/users/user[@name=$name]');

export function findUser(doc, req) {
  const [user] = byName.select({ node: doc, variables: { name: req.query.name } });
  return user;
}
