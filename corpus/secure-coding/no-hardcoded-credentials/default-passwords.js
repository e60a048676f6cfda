async function seed(users) {
  const password = 'admin';
//                 ^^^^^^^ useEnvironmentVariable
  await users.create({ name: 'first', password });
  await users.create({ name: 'second', password: 'password123' });
//                                               ^^^^^^^^^^^^^ useEnvironmentVariable
  if (process.argv.includes('--demo')) {
    await users.create({ name: 'third', password: `letmein` });
//                                                ^^^^^^^^^ useEnvironmentVariable
  }
}

export default seed;
