function importAll(body, database) {
  for (const row of body.rows) {
//                  ^^^^^^^^^ uncheckedLoopCondition
    database.insert(row);
  }
  for (const field in body.fields) {
//                    ^^^^^^^^^^^ uncheckedLoopCondition
    database.addColumn(field);
  }
  do {
    database.flush();
  } while (body.more());
//         ^^^^^^^^^^^ userControlledLoopBound
}

for (let i = 0; i < 1000000; i++) warmUp(i);
//              ^^^^^^^^^^^ largeLoopBound
for (let i = 0; ; i++) if (warmUp(i)) process.exit();
//@1 missingLoopTermination
