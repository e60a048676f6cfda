// options: {"allowInTests": false}
// filename: schema.test.js
const server = new GraphQLServer({ typeDefs, introspection : true });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ graphqlIntrospection
