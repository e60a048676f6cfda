module.exports = {
  port: Number(process.env.PORT ?? 3000),
  database: process.env.MONGODB_URI || 'MongoDB://localhost/dev',
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedConnectionString
  'mongodb://cache': true,
//^^^^^^^^^^^^^^^^^ hardcodedConnectionString
};
