class Database {
  static #pool = null;

  static get pool() {
    Database.#pool ??= new Pool({
      max: 5,
      ssl: { ...Database.tls, rejectUnauthorized: false },
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^ noInsecureSsl
    });
    return Database.#pool;
  }

  static tls = { minVersion: 'TLSv1.2' };
}
