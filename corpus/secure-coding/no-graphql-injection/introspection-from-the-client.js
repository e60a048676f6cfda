const SCHEMA_QUERY = '{ __schema { types { name } } }';
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ introspectionQuery

async function describeType(client, name) {
  const { data } = await client.request(`{ __type(name: "User") { fields { name } } }`);
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ introspectionQuery
  return data.__type.fields.filter((field) => field.name !== name);
}

async function schema(fetcher) {
  return fetcher(SCHEMA_QUERY);
}

export { describeType, schema };
