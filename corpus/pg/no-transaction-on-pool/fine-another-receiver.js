class UnitOfWork {
  constructor(connection) {
    this.connection = connection;
  }

  begin() {
    return this.connection.query('BEGIN');
  }

  async complete() {
    await this.connection.query('COMMIT');
    this.connection.release();
  }
}

export default UnitOfWork;
