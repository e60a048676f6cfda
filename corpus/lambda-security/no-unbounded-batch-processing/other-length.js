module.exports = async function handler(event) {
  const done = [];
  const wanted = names.length;
  for (const record of event.Records) done.push(await store(record));
  //                   ^^^^^^^^^^^^^ unboundedBatch
  return done.length === wanted;
};
