// options: {"allowIntrospection": true}
import { writeFile } from 'node:fs/promises';

const QUERY = '{ __schema { types { name kind } } }';

const response = await fetch(process.env.GRAPHQL_URL, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: QUERY }),
});

await writeFile('schema.json', JSON.stringify(await response.json(), null, 2));
