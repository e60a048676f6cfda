const cache = new Map();

exports.range = function range(req, res) {
  const fileBuffer = cache.get(req.params.name);
  const start = Number(req.query.start);
  const end = parseInt(req.query.end, 10);
  res.send(fileBuffer.slice(start, end));
//                          ^^^^^ unsafeBufferSlice
//                          ^^^^^ missingBoundsCheck
//                                 ^^^ unsafeBufferSlice
//                                 ^^^ missingBoundsCheck
};

exports.size = (req, res) => res.json(cache.get(req.params.name).byteLength);
