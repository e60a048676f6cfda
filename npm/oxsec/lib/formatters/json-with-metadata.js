"use strict";

module.exports = (results, metadata) => JSON.stringify({ results, metadata });
