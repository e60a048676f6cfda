class SessionStore {
  constructor(db) {
    this.db = db;
    setInterval(() => {
      this.db.query("DELETE FROM sessions WHERE seen_at < now() - interval '1 day'");
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noFloatingQuery
    }, 60_000).unref();
  }

  async touch(id) {
    if (id) this.db.query('UPDATE sessions SET seen_at = now() WHERE id = $1', [id]);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noFloatingQuery
  }
}

export default SessionStore;
