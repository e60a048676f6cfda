exports.handler = async (event) => {
  if (event.Records.length > 10) throw new Error('Too many records');
  await Promise.all(event.Records.map(store));
};
