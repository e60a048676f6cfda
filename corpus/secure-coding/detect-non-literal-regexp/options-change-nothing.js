// options: {"allowLiterals": true, "maxPatternLength": 10, "additionalPatterns": ["XRegExp"]}
const fixed = new RegExp('^[a-z]+$');
const longer = new RegExp('^[a-z]+-[a-z]+-[a-z]+$');
const slow = new RegExp('(x+)+');
//           ^^^^^^^^^^^^^^^^^^^ regexpReDoS
const dynamic = new RegExp(process.env.PATTERN);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexpReDoS
const other = XRegExp(process.env.PATTERN);
