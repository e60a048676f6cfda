export async function exportAll(collection, write) {
  const cursor = collection?.find({}).batchSize(100);
//               ^^^^^^^^^^^^^^^^^^^^ unboundedFind
  for await (const row of cursor) {
    write(JSON.stringify(row));
  }
}
