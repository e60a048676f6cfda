function audit(format, req) {
  /* @safe-format */ util.format(req.query.format, 1);
  return [
    /* @safe-format: the route is for administrators */ `${req.method} ${format}`,
  ];
}

module.exports = audit;
