const ANYTHING = /^.*.*error.*$/;
//               ^^^^^^^^^^^^^^^ redosVulnerable
const PAIR = /^(\d){2,}:(\d){2,}$/;
//           ^^^^^^^^^^^^^^^^^^^^^ redosVulnerable

function parse(line) {
  return { failed: ANYTHING.test(line), pair: PAIR.exec(line) };
}

module.exports = parse;
