import { createServer } from 'node:http';

// The name decides, whatever it was imported from.
export const yoga = createServer({
//                               ^ graphqlIntrospection
  schema,
  plugins: { introspection: true },
});
