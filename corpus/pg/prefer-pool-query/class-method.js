class UserRepository {
  #pool;

  constructor(pool) {
    this.#pool = pool;
  }

  async count() {
    const client = await this.#pool.connect();
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ preferPoolQuery
    const result = await client.query({ text: 'SELECT count(id) FROM users', rowMode: 'array' });
    client.release(true);
    return Number(result.rows[0][0]);
  }
}

export default UserRepository;
