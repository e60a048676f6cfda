export async function handler(evt) {
  const { page } = evt.queryStringParameters;
  //               ^^^^^^^^^^^^^^^^^^^^^^^^^ unvalidatedInput
  const { id } = evt.pathParameters;
  //             ^^^^^^^^^^^^^^^^^^ unvalidatedInput
  return load(id, page);
}
