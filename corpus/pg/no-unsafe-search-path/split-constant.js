const PUBLIC = 'public';

module.exports = {
  name: 'search-path',
  up(db) {
    return db.query('SET search_path TO app, ' + PUBLIC);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noUnsafeSearchPath
  },
  down(db) {
    return db.query('SET search_path TO DEFAULT');
  },
};
