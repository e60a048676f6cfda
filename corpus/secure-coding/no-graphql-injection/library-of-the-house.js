// options: {"trustedGraphqlLibraries": ["hasura"], "validationFunctions": ["assertId"]}
import { hasura, graphql } from './gateways.js';

export async function orders(customer) {
  await graphql.query(customer);
  return hasura.query(customer, { first: 20 });
//                    ^^^^^^^^ missingInputValidation
}

export function order(id) {
  assertId(`query { order(id: ${id}) { total } }`);
  return validate(`query { order(id: ${id}) { total } }`);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeVariableInterpolation
}
