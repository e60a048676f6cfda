// options: {"allowLiterals": false, "maxPatternLength": 20}
const short = new RegExp('^[a-z]+$');
//                       ^^^^^^^^^^ unsafeRegexConstruction
const long = new RegExp('^[a-z]+[0-9]+[a-z]+[0-9]+$');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRegexConstruction

export { short, long };
