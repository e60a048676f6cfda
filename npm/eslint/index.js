"use strict";

module.exports = require("oxsec/eslint");
