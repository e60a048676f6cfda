import * as SQLite from 'expo-sqlite';

const db = SQLite.openDatabaseSync('notes.db');

export const clear = (tag) => db.execAsync(`DELETE FROM notes WHERE tag = '${tag}'`);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
export const list = (tag) => db.getAllAsync(`SELECT * FROM notes WHERE tag = '${tag}'`);
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
export const add = async (text) => {
  const later = await SQLite.openDatabaseAsync('notes.db');
  return later.runAsync(`INSERT INTO notes (text) VALUES ('${text}')`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
};
