exports.handler = async (event) => {
  await Promise.all(event.Records.map((record) => store(JSON.parse(record.body))));
  //                ^^^^^^^^^^^^^ unboundedBatch
};
