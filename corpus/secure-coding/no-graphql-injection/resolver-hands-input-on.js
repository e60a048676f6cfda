import { graphqlClient } from './client.js';

export async function search(term) {
  return graphqlClient.query(term);
//                           ^^^^ missingInputValidation
}

export async function run(document, variables) {
  const checked = validate(document);
  await graphqlClient.mutate(checked);
  return graphqlClient.execute(document, variables);
//                             ^^^^^^^^ missingInputValidation
//                                       ^^^^^^^^^ missingInputValidation
}
