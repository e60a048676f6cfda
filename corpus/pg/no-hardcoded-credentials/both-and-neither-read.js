class Database {
  constructor(env) {
    this.env = env;
    this.primary = new Pool({ user: 'app', password: 'letmein', connectionString: 'postgres://primary/app' });
//                                                   ^^^^^^^^^ noHardcodedCredentials
//                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^ noHardcodedCredentials
    this.replica = new Pool({ user: 'app', password: null, host: env.REPLICA_HOST });
//                                                   ^^^^ noHardcodedCredentials
  }

  query(text, values) {
    const pool = text.startsWith('SELECT') ? this.replica : this.primary;
    return pool.query(text, values);
  }
}
