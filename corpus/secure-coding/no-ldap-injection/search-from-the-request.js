import { client } from './ldap.js';

export async function people(req, res) {
  const first = await client.search('ou=people', req.query.filter);
//                                               ^^^^^^^^^^^^^^^^ unescapedLdapInput
  const second = await client.searchAsync('ou=people', `(cn=${req.body.cn})`);
//                                                     ^^^^^^^^^^^^^^^^^^^^^ unescapedLdapInput
  await client.compare('ou=people', userInput);
//                                  ^^^^^^^^^ unescapedLdapInput
  res.json([first, second]);
}
