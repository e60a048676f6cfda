const { graphqlHTTP } = require('express-graphql');

app.use('/graphql', graphqlHTTP({ schema, introspection: false }));
app.use('/other', graphqlHTTP(options));
