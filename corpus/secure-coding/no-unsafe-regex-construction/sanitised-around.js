function build(pattern) {
  return sanitize(new RegExp(pattern));
}

const all = (patterns) => patterns.map((source) => escape(RegExp(source)));

module.exports = { build, all };
