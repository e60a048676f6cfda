// filename: schema.spec.js
const server = new ApolloServer({ typeDefs, introspection: true });
