"use strict";

module.exports = (results) => JSON.stringify(results);
