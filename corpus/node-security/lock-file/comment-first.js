// options: {"packageManager": "npm"}
/**
 * Where the code begins is where the finding is.
 */
'use strict';
//@1 violationDetected

module.exports = function double(value) {
  return value * 2;
};

// The end.
