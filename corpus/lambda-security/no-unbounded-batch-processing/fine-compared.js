exports.handler = async (req) => {
  const { count } = req;
  const records = req.records;
  for (let at = 0; at < records.total; at += 1) await store(records.at(at));
  return count;
};
