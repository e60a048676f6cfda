const { graphqlHTTP } = require('express-graphql');

app.use('/graphql', graphqlHTTP({ schema, graphiql: false, introspection: true }));
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ graphqlIntrospection
